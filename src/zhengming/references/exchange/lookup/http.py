"""Asking a public service politely: who we are, how long we wait, how often we try again."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message as Headers
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

from zhengming import __version__
from zhengming.errors import ZhengmingError
from zhengming.messages import Message

_LARGEST = 10_000_000
_BUSY = frozenset((408, 429, 500, 502, 503, 504))
_LONGEST_WAIT = 30.0


class ServiceError(ZhengmingError):
    """A service could not be reached, or did not answer as it documents."""


class UnknownIdentifierError(ServiceError):
    """The service answered that it knows no such work."""


class NoDataError(UnknownIdentifierError):
    """The identifier is registered, but whoever registered it gives no data."""


@dataclass(frozen=True, slots=True)
class Client:
    """How to ask.

    Attributes:
        contact: a mail address, which the services ask for and thank for with a faster queue.
        timeout: seconds to wait for an answer.
        attempts: how often to ask a service that is busy, waiting 1, 2, 4 … seconds in between,
            or as long as it says.
        sleep: waits some seconds; tests put in their own.
    """

    contact: str = ""
    timeout: float = 20.0
    attempts: int = 3
    sleep: Callable[[float], None] = time.sleep

    @property
    def user_agent(self) -> str:
        """What the services see of us."""
        mail = f" (mailto:{self.contact})" if self.contact else ""
        return f"zhengming/{__version__}{mail}"

    def get(self, address: str, *, accept: str = "*/*", **query: str) -> bytes:
        """Return the body of an answer; empty query values are left out.

        Raises:
            UnknownIdentifierError: 404, no such work.
            ServiceError: no connection, no answer in time, or another refusal.
        """
        asked = urlencode({key: value for key, value in query.items() if value})
        url = f"{address}?{asked}" if asked else address
        host = urlsplit(url).hostname or url
        if urlsplit(url).scheme not in ("http", "https"):
            raise ServiceError(
                Message(f"{url} is no web address", f"{url} 不是网址"),
                hint=Message("check the address of the service", "请检查服务的地址"),
            )
        request = Request(url, headers={"User-Agent": self.user_agent, "Accept": accept})
        for attempt in range(1, self.attempts + 1):
            try:
                return self._read(request, host)
            except HTTPError as error:
                with error:
                    if error.code in (404, 410):
                        raise UnknownIdentifierError(
                            Message(f"{host} knows no such work", f"{host} 没有这份文献")
                        ) from error
                    if error.code not in _BUSY or attempt == self.attempts:
                        raise _refused(host, error.code) from error
                    self.sleep(_wait(error.headers, attempt))
            except (URLError, TimeoutError, OSError, http.client.HTTPException) as error:
                if not _timed_out(error) or attempt == self.attempts:
                    raise _unreachable(host, error) from error
                self.sleep(_wait(None, attempt))
        raise AssertionError("the last attempt returns or raises")

    def _read(self, request: Request, host: str) -> bytes:
        with urlopen(request, timeout=self.timeout) as answer:
            body: bytes = answer.read(_LARGEST + 1)
        if len(body) > _LARGEST:
            raise ServiceError(
                Message(
                    f"the answer of {host} is larger than {_LARGEST // 1_000_000} MB",
                    f"{host} 的答复超过 {_LARGEST // 1_000_000} MB",
                )
            )
        return body


def path(part: str) -> str:
    """Quote an identifier as one part of an address, its slashes included."""
    return quote(part, safe="")


def _wait(headers: Headers | None, attempt: int) -> float:
    """Return the seconds a service asks for, or 1, 2, 4 …; never more than half a minute."""
    stated = headers.get("Retry-After", "") if headers else ""
    wait = float(stated) if stated.isdigit() else 2.0 ** (attempt - 1)
    return min(wait, _LONGEST_WAIT)


def _timed_out(error: Exception) -> bool:
    reason = error.reason if isinstance(error, URLError) else error
    return isinstance(reason, TimeoutError | http.client.HTTPException | ConnectionResetError)


def _refused(host: str, code: int) -> ServiceError:
    busy = code in _BUSY
    return ServiceError(
        Message(f"{host} answered {code}", f"{host} 返回 {code}"),
        hint=Message("the service is busy; try again later", "服务繁忙；请稍后再试")
        if busy
        else Message("check the identifier", "请检查标识符"),
    )


def _unreachable(host: str, error: Exception) -> ServiceError:
    reason = error.reason if isinstance(error, URLError) else error
    return ServiceError(
        Message(f"{host} cannot be reached: {reason}", f"无法连接 {host}：{reason}"),
        hint=Message(
            "check the connection, or export the record from the web page and import the file",
            "请检查网络，或从网页导出记录再导入文件",
        ),
    )
