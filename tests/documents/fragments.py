"""Blocks of each format that stand by themselves: 可 is prose in them, 禁 must never be touched."""

from __future__ import annotations

MARKDOWN = """
可可可
---
# 可可 {#禁 .禁}
---
可可
===
---
可**可**_可_~~可~~ <b>可</b> <span class="禁">可</span>
---
> 可
> 可
> > 可
---
- 可
  可
  - 可

    可
- [ ] 可
---
1. 可
2. 可
---
| 可 | `禁` |
|:---|---|
| 可 **可** | $禁$ 可 |
---
可 \\\\(禁\\\\) 可 \\\\[禁
禁\\\\] 可
---
`禁` ``禁`禁`` $禁$ 可 $$禁$$
---
```禁
禁
```
---
~~~
禁
~~~
---
    禁
---
[可](http://禁 "禁") ![可](禁.png) <http://禁.cn> [可][1] [禁] [禁][]

[1]: http://x.cn/禁
[禁]: http://x.cn
---
[@禁2020] 可@shaw2020可 [见 @禁, 第 3 页; @禁]
---
可 @禁2020 可，@禁:禁。可
---
可\\cite{禁}可\\citep[禁][第 3 页]{禁, 禁} \\autocites{禁}{禁}可 \\ref{禁} \\textbf{可} \\url{禁}
---
\\begin{align*}
禁 &= 禁 \\\\

禁
\\end{align*}
---
可 \\begin{equation}禁\\end{equation} 可 \\begin{align} 可
---
可[^1]

[^1]: 可
---
可<br>可<img src="禁" alt="可&amp;可">可 <code>禁</code>可 <kbd>禁</kbd> <!-- 禁 -->
---
<!-- 禁 -->
---
<div class="禁">
可 <code>禁</code> <b title="可" class="禁">可</b>
</div>
---
<script>
禁
</script>
---
<pre>禁
禁</pre>
---
{{< include 禁.qmd >}}
---
::: {.callout 禁="禁"}
可
:::
---
```{r}
#| fig-cap: 可 可
#| fig-alt: "可: 可"
#| label: 禁
#| tbl-cap: [禁]
禁 <- 1 # fig-cap: 禁
```
---
~~~{r 禁, fig.cap="可", 禁="禁"}
"fig.cap = 禁"
~~~
---
```r
#| fig-cap: 禁
```
---
可 [[禁]] [[禁|可]] http://x.cn/a
---
可
: 可
---
+----+----------+
|可可| 可 `禁`  |
+:==:+==========+
| 可 | - 可     |
| 可 |          |
+----+----------+
---
  可可  可
  ----  ------
  可    可 $禁$
        可
  ----  ------
---
可 &amp; 可 \\* 可
---
$$
禁
$$
"""

LATEX = r"""
可可%禁
可 {\bfseries 可}\textbf{可}\emph{可\textit{可}}
---
\section[可]{可}\label{sec:禁}
---
\subsection*{可}
---
可\cite[p.~禁]{禁}可\ref{禁}\footnote{可\cite{禁}可}可
---
可\cite%
{禁}可\citep[禁]% 禁
  {禁} 可\autocites(禁)(禁)[禁]{禁}[禁]{禁}可\cites(禁){禁}{禁} 可
---
\begin{empheq}[left=禁]{align}禁\end{empheq}
\begin{IEEEeqnarray}{rCl}禁\end{IEEEeqnarray}可
---
$禁$ 可 \(禁\) \[禁\] 可 $$禁$$
---
\begin{equation}禁\end{equation}可
---
\begin{align*}
禁 & 禁 \\
\end{align*}
---
\begin{verbatim}
禁 } %
\end{verbatim}
---
\begin{lstlisting}[caption=禁]
禁
\end{lstlisting}
---
可 \verb|禁| \url{http://禁%20} \href{http://禁}{可} \textcolor{禁}{可} \lstinline!禁!
---
\begin{figure}[禁]
\includegraphics[width=3cm]{禁}
\caption[可]{可}
\end{figure}
---
\begin{tabular}{l|禁}
可 & 可 \\ \hline
\multicolumn{2}{禁}{可，可} & 可 \\[2pt]
\end{tabular}
---
\begin{itemize}
\item 可
\item[可] 可
\end{itemize}
---
\newcommand{\禁}[1]{禁，#1} 可
---
\def\x#1{禁} 可
---
\foo{禁}[禁] 可 \bar{可，可。}
---
\gls{禁} \SI{禁}{禁} \input{禁} \index{禁} 可
---
可\\可 可~可 50\% 可 \& 可 \-可
---
\iffalse 禁 \fi 可
---
\begin{frame}{可}
可
\end{frame}
---
\begin{minipage}{禁}可\end{minipage}
---
\begin{comment}
禁
\end{comment}
---
\begin{thebibliography}{禁}
\bibitem{禁} 禁
\end{thebibliography}
"""

HTML = """
<p>可<b>可</b><em>可</em> <span class="禁">可</span> &amp; &#21487;</p>
---
<h1 id="禁">可</h1>
---
<p>可<code>禁</code> <kbd>禁</kbd> <a href="http://禁" title='可>可'>可</a></p>
---
<pre>禁 <b>禁</b></pre>
---
<pre><code>禁 <code>禁</code> 禁</code></pre>可
---
<!-- 禁 <p>禁</p> -->可
---
<script>if (a < b) { "</p>禁" }</script><style>禁</style>
---
<table><tr><th>可<td>可<br>可</table>
---
<ul><li>可<li>可</ul>
---
<img alt="可&amp;可" src=禁>可<input value="禁"><img data-alt="禁" ALT='可' />
---
<pre title="禁"><b title="禁">禁</b></pre>
---
<svg><text>禁</text></svg>可
---
<p>可 \\(禁\\) \\[禁
禁\\] $$禁$$ 可 $可$ <span class="math inline">\\(禁\\)</span>可 \\(可 $$ 可</p>
---
<math><mi>禁</mi></math> 可
---
<p translate="no">禁</p><p class="a notranslate">禁</p>可
---
可 < 可 & 可
---
<div id="refs" class="references"><div>禁</div><div>禁</div></div>可
---
<head><link title="禁"></head><p translate="no" title="禁">禁</p>
---
<textarea>禁</textarea><template><p>禁</p></template>可
---
<!DOCTYPE 禁><?php 禁 ?>可
---
<p>可<sup>可</sup><wbr>可
---
<ol><li>张三. 禁[J]. 禁</ol>
"""

RST = r"""
可可
可
---
可可
====
---
====
可可
====
---
可\ **可**\ 可 *可* ``禁`` :cite:`禁` `可 <http://禁>`_ `禁`_ |禁| [1]_ 可 :sub:`可`
---
可::

    禁

    禁
---
可

::

   禁
---
.. 禁
   禁
---
.. code-block:: 禁
   :禁: 禁

   禁

   禁
---
.. note:: 可
   可

   可
---
.. warning::
   :class: 禁

   可
---
.. figure:: 禁.png
   :alt: 禁

   可
---
.. math:: 禁
---
.. class:: 禁

可
---
.. container:: 禁 禁

   可
---
.. only:: 禁

   可
---
可 禁_ 可，禁.禁-禁__ 可_可
---
.. csv-table:: 可
   :header: 可, "可"
   :widths: 1, 2

   可, "可
   可, ""可"" ``禁``"
   "可" , 可
---
.. csv-table:: 可
   :delim: ;

   可,可; 可
---
.. csv-table:: 可
   :quote: '

   禁, 禁
---
.. list-table:: 可
   :widths: 1 1

   * - 可
     - 可
---
.. [1] 可
   可
---
.. [禁2020] 禁
---
.. _禁: http://禁
---
.. |禁| replace:: 禁
---
:作者: 可
---
+----+----------+
|可可| 可 ``禁``|
+====+==========+
| 可 | - 可     |
| 可 |          |
|    |   可     |
|    | .. 禁    |
+----+----------+
| 可            |
+----+----------+
---
+----+----+
|禁禁| 禁
+----+----+
---
====  ====
可    可 *可*
====  ====
可    可
      可
可    - 可

      - 可
====  ====
---
=====  =====  ======
   可可可可   可
------------  ------
  可     可     可
=====  =====  ======
可     可可   可
禁     禁禁禁 禁
=====  =====  ======
---
1. 可
   可
2. 可

   可
---
- 可

  - 可
---
| 可
| 可
---
可
    可
---
>>> 禁
禁
---
.. rubric:: 可
---
可 \* 可 5 * 3 可
"""

TYPST = r"""
可*可*_可_ 可 \# 可 \u{53ef} 可
---
= 可 <禁>
---
== 可
---
- 可
+ 可
/ 可: 可
  可
---
可 @key 可 @key[可]
---
$禁$ 可 $ "$禁" $ 可
---
`禁` 可 ```禁 禁 ``` 可
---
```禁
禁
```
---
// 禁
---
/* 禁 /* 禁 */ 禁 */ 可
---
#set text(lang: "禁")
---
#import "禁.typ": 禁
---
#show: 禁.with(title: [可], author: "禁")
---
#let 禁 = [可]
---
#let f(禁) = { let 禁 = [可]; 禁 }
---
#figure(
  image("禁.png"),
  caption: [可 #box[可] 可],
) <禁>
---
可 #figure(image("禁.png", alt: "可"), caption: "可 可", kind: "禁") 可
---
#set document(title: "可", author: "禁")
---
#f(title: "禁\"禁", subtitle: "可", mytitle: "禁")
---
#table(columns: 2, [可], [可], "禁")
---
可#footnote[可 *可*]可 #text(red)[可]#link("http://禁")[可]可
---
#if 禁 == 1 [可] else [可]
---
可 [可] #禁.禁(禁) 可 https://x.cn/a//b 可
---
#"禁" 可 #(禁) 可 #{禁}
---
可~可 可-?可 可\
可
"""

ASCIIDOC = r"""
可可
可
---
== 可
---
=== 可 [[禁]]
---
可**可**_可_ *可* `禁` ``禁`` +禁+ +++禁+++ 可
---
cite:[禁] <<禁,禁>> {ref} https://x.cn/a[可] link:禁[可] footnote:[可] stem:[禁] image:禁[禁] 可
---
// 禁
---
////
禁
////
---
.可
image::禁.png[禁]
---
[source,禁]
----
禁

== 禁
----
---
....
禁
....
---
++++
禁
++++
---
```禁
禁
```
---
 禁
 禁
---
[source]
禁
禁
---
[stem]
++++
禁
++++
---
* 可
** 可
. 可
---
可:: 可
---
:禁: 禁
---
[禁=禁]
可
---
|===
|可 |可
a|可

可
2+|可
|===
---
====
可
====
---
[quote, 禁]
____
可
____
---
include::禁.adoc[]
---
可 \*可 &amp; 可 a_b 可
---
NOTE: 可
---
* 可
+
可
"""

FRAGMENTS = {
    name: [fragment.strip("\n") for fragment in written.split("\n---\n")]
    for name, written in {
        "draft.md": MARKDOWN,
        "draft.tex": LATEX,
        "draft.html": HTML,
        "draft.rst": RST,
        "draft.typ": TYPST,
        "draft.adoc": ASCIIDOC,
    }.items()
}
