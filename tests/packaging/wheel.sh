#!/usr/bin/env bash
# Build the wheel, install it far from the checkout, and see that it finds its own data.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$root/.venv/bin/python" -m build --wheel --outdir "$work/dist" "$root" >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet "$work"/dist/*.whl
cp "$root/tests/sample/draft.md" "$work/draft.md"

cd "$work"
for command in "terms --output-format json" "normalize" "cite"; do
    # shellcheck disable=SC2086 # the words are meant to be split
    venv/bin/zhengming $command draft.md >installed.txt
    # shellcheck disable=SC2086
    "$root/.venv/bin/zhengming" $command draft.md >editable.txt
    cmp installed.txt editable.txt
    test -s installed.txt
done
venv/bin/python - <<'PY'
import zhengming, zhengming.builtin as builtin
assert "site-packages" in zhengming.__file__, zhengming.__file__
for name in ("glossary", "references"):
    assert "site-packages" in str(builtin.data_directory(name))
PY
echo "the wheel finds its data"
