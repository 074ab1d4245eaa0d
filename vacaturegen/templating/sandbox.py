"""The sandbox: what a template may look at and call, and how much it may do for one document.

A template sees fields, keys and what loops need, and no method of any value. For all that it does it pays, at the
prices that `metering` writes into it, from an allowance that each document has anew. When that is used up the template
fails, at the line that it has come to, so neither time nor memory is without an end.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import fields
from functools import cache, wraps
from types import MethodType
from typing import Any, TypeVar

import jinja2
from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, pass_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vacaturegen.i18n import _
from vacaturegen.markdown import Markdown
from vacaturegen.model.base import Deel
from vacaturegen.model.places import Open
from vacaturegen.notation import Bereik, Datum, Duur, Verlenging
from vacaturegen.templating.metering import GO_THROUGH, HELD, JOIN, LOOKED_FOR, OWN, PRINTED, SPEND, Meter
from vacaturegen.templating.printing import printed

ALLOWANCE = 10_000_000
"""What a document may cost: two million characters, if it does nothing else. A usual one costs a hundredth of it."""
MAX_SOURCE = 50_000
"""The characters of a template. Compiling takes up to 5,000 bytes for each."""
MAX_NUMBER = 10**9

READABLE: dict[type, frozenset[str]] = {
    **{kind: frozenset(field.name for field in fields(kind)) for kind in (Bereik, Datum, Duur, Verlenging)},
    LoopContext: frozenset({"first", "last", "index", "index0", "revindex", "revindex0", "length", "depth", "depth0"})
    | {"previtem", "nextitem", "cycle", "changed"},
    BlockReference: frozenset({"super"}),
}
"""The attributes of values that are no part of the model."""
LOOKED_UP: dict[type, Callable[[Any, str], Any]] = {
    dict: operator.getitem,
    Open: Open.__getattr__,
    TemplateReference: TemplateReference.__getitem__,
    TemplateModule: lambda module, name: vars(module)[name],
}
"""How a name is found in a mapping, an open value, the blocks of a template, and an imported template."""
INDEXED = (str, list, tuple, dict)
CALLABLE = (Macro, LoopContext, BlockReference, MethodType, Undefined)
"""Macros, blocks, loops and their two methods; an undefined value says that it is."""
ARITHMETIC: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "//": operator.floordiv,
    "%": operator.mod,
}

T = TypeVar("T")


class TooMuchError(TemplateRuntimeError):
    """A document costs more than its allowance."""


@cache
def readable(kind: type) -> frozenset[str]:
    """Return the names of the attributes that a template may read of values of a kind."""
    return frozenset(kind.model_fields) if issubclass(kind, Deel) else READABLE.get(kind, frozenset())


def defined(value: T) -> T:
    """Return a value. Raises UndefinedError, which says which name does not exist, when it is none."""
    if value.__class__ is StrictUndefined:
        str(value)
    return value


class Template(jinja2.Template):
    """A template that has its allowance whenever a document is made of it."""

    environment: Environment

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return what the template prints, as a plain text."""
        self.environment.left = ALLOWANCE
        return str(super().render(*args, **kwargs))


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's environment for the templates of a library. It makes one document at a time.

    `left` is what is left of the allowance of the document that is being made.
    """

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    template_class = Template

    def __init__(self, filters: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        # not optimized: nothing is worked out before a template is run and pays for it
        super().__init__(undefined=StrictUndefined, optimized=False, **options)
        self.left = 0
        self.filters = {name: self.paying(function) for name, function in filters.items()}
        self.filters |= {SPEND: self.spend, OWN: self.own, GO_THROUGH: self.go_through, JOIN: self.join}
        self.finalize = self.print_value

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *rest: Any) -> Any:
        """Return the code of a template. Raises TemplateSyntaxError for whatever keeps it from being compiled."""
        if len(source) > MAX_SOURCE:
            raise TemplateSyntaxError(_("it has more than {n} characters").format(n=MAX_SOURCE), 0, name)
        try:
            return super().compile(Meter().visit(self.parse(source, name, filename)), name, filename, *rest)
        except (RecursionError, MemoryError) as error:
            raise TemplateSyntaxError(_("it is too deeply nested"), 0, name) from error
        except (SyntaxError, ValueError) as error:  # of Python, which knows limits that Jinja does not
            raise TemplateSyntaxError(getattr(error, "msg", str(error)), 0, name) from error

    def select_template(self, names: Any, *rest: Any) -> Any:
        """Return the first template of a list that there is, after paying for looking for each."""
        self.spend(LOOKED_FOR * len(defined(names)))
        return super().select_template(names, *rest)

    def make_globals(self, _given: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template sees: the constants, as one mapping. No template is given more than these."""
        return self.globals

    def spend(self, units: int) -> None:
        """Pay. Raises TooMuchError when the allowance is used up."""
        self.left -= units
        if self.left < 0:
            raise TooMuchError

    def own(self, value: T) -> T:
        """Return a value after paying for its size and that of all it holds, each time that it holds it."""
        if isinstance(value, str):
            self.left -= len(value)
            if self.left < 0:
                raise TooMuchError
        elif isinstance(value, dict):
            self.own([*value, *value.values()])
        elif isinstance(value, INDEXED):
            self.spend(HELD * len(value))
            for item in value:
                self.own(item)
        return value

    def go_through(self, items: Any, price: int) -> Any:
        """Return what a loop goes through, after paying for each item."""
        items = items if hasattr(items, "__len__") else tuple(items)
        self.spend(len(items) * price)
        return items

    def join(self, parts: list[Any]) -> str:
        """Return texts and numbers side by side: plain text when all of them are plain, else Markdown."""
        if all(part.__class__ in (str, int) for part in self.own(parts)):
            return "".join(map(str, parts))
        return Markdown("".join(map(printed, parts)))

    def paying(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that leaves an open value as it is, and pays for what it makes of any other."""

        @wraps(function)
        def passing(value: Any, *rest: Any) -> Any:
            if value.__class__ is Open:
                return value
            return self.own(function(defined(value), *rest))

        return passing

    @pass_context  # what needs the context is not worked out before a template is run
    def print_value(self, _context: Context, value: Any) -> str:
        """Return what a template prints as Markdown, after paying for it."""
        text = printed(value)
        self.left -= PRINTED * len(text)
        if self.left < 0:
            raise TooMuchError
        return text

    def concat(self, parts: Iterable[str]) -> Markdown:
        """Return what a template, a block or a macro printed."""
        return Markdown("".join(parts))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what has a name in a value, or an undefined value that says why a template may not read it."""
        kind = obj.__class__
        if kind is dict and attribute in obj and not attribute.startswith("_"):  # what is asked for most
            return obj[attribute]
        if attribute in readable(kind):
            return getattr(obj, attribute)
        if kind in LOOKED_UP and not attribute.startswith("_"):
            try:
                return LOOKED_UP[kind](obj, attribute)
            except LookupError:
                pass
        if hasattr(defined(obj).__class__, attribute):
            return self.unsafe_undefined(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of a text, a list or a mapping; of anything else, what has a name in it."""
        if isinstance(obj, INDEXED):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                return self.undefined(obj=obj, name=argument)
        return self.getattr(obj, argument) if isinstance(argument, str) else self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Tell whether a template may call this."""
        return isinstance(obj, CALLABLE)

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> int:
        """Return what two whole numbers make. Raises SecurityError for all that could grow without an end."""
        compute, kinds = ARITHMETIC.get(operator), {defined(left).__class__, defined(right).__class__}
        if compute and kinds == {int} and abs(result := compute(left, right)) <= MAX_NUMBER:
            return result
        raise SecurityError(_("“{sign}” is for whole numbers up to {n}").format(sign=operator, n=MAX_NUMBER))
