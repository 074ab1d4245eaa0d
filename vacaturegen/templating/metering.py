"""What a template costs, and where it pays: prices are written into its tree before Jinja compiles it.

A template pays beforehand. Its own text and nodes are paid for whenever they are about to be run, those of a loop for
each item; values that it makes or compares are paid for by their size. So there is nothing that a template does, makes
or prints without an end. Who keeps the account is told by `sandbox`.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

PRINTED = 5
"""What a printed character costs: it is parsed and written after this."""
HELD = 5
"""What each value costs that a list holds."""
LOOKED_FOR = 30
"""What it costs to look for a template."""
PRICES: dict[type[nodes.Node], int] = {
    **dict.fromkeys((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends), LOOKED_FOR),
    **dict.fromkeys((nodes.Call, nodes.CallBlock, nodes.Macro), 15),
}
"""What nodes cost that take much longer than others, which cost 1."""
SPEND, OWN, GO_THROUGH, JOIN = "to spend", "to own", "to go through", "to join"
"""The filters that prices are written with. No template can write such a name: there is a space in it."""

CALLED = (nodes.Template, nodes.Block, nodes.Macro, nodes.CallBlock)
"""What is run whenever it is included or called. A loop can be called too, when it is recursive."""


class Meter(NodeTransformer):
    """Writes the prices into the tree of a template. Jinja finds its methods by the names of the nodes.

    `cost` is that of all nodes so far, when each is run once.
    """

    cost = 0

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """Count a node, and let what can be called pay for all that stands in it."""
        before = self.cost
        self.cost += PRICES.get(type(node), 1) + PRINTED * len(getattr(node, "data", ""))
        super().generic_visit(node, *args, **kwargs)
        if isinstance(node, CALLED) or (isinstance(node, nodes.For) and node.recursive):
            price = nodes.Const(self.cost - before, lineno=node.lineno)
            node.body.insert(0, nodes.ExprStmt(passed(price, SPEND), lineno=node.lineno))
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """Let a loop pay for all that stands in it, for each item."""
        before = self.cost
        self.generic_visit(node)
        node.iter = passed(node.iter, GO_THROUGH, nodes.Const(self.cost - before))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Let texts be joined in our way: Jinja's would escape them for HTML."""
        self.generic_visit(node)
        return passed(nodes.List(node.nodes, lineno=node.lineno), JOIN)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Let a comparison pay for what it looks at."""
        self.generic_visit(node)
        node.expr = paid(node.expr)
        for operand in node.ops:
            operand.expr = paid(operand.expr)
        return node

    def visit_List(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Node:  # noqa: N802
        """Let what holds values pay for them; a tuple can also hold the names that are set."""
        self.generic_visit(node)
        return node if isinstance(node, nodes.Tuple) and node.ctx == "store" else paid(node)

    visit_Tuple = visit_Dict = visit_List  # noqa: N815

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        """Let a slice pay for its size."""
        self.generic_visit(node)
        return paid(node) if isinstance(node.arg, nodes.Slice) else node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        """Let a macro pay for the values that Jinja makes of its nameless arguments."""
        self.generic_visit(node)
        return paid(node) if node.name in ("varargs", "kwargs") and node.ctx == "load" else node

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier) -> list[nodes.Node]:  # noqa: N802
        """Let `autoescape` mean nothing: a template prints Markdown, not HTML."""
        self.generic_visit(node)
        return node.body


def paid(value: nodes.Expr) -> nodes.Expr:
    """Return a value that is paid for by its size. What is written out in the template is paid for with its nodes."""
    written_out = all(isinstance(part, nodes.Literal) for part in chain((value,), value.find_all(nodes.Expr)))
    return value if written_out else passed(value, OWN)


def passed(value: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    """Return a value that is passed through a filter."""
    return nodes.Filter(value, name, list(arguments), [], None, None, lineno=value.lineno)
