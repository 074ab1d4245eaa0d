"""The environment that prints the same text as `templating` does, and keeps of each character where it came from.

Values are followed by their identity from the model through filters, blocks and macros to print. What is written out in
a template has the template's own place; so has what a template says without showing any value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass
from functools import wraps
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.runtime import Context

from vacaturegen.markdown import Markdown
from vacaturegen.model.base import PARAGRAPH_END, Deel
from vacaturegen.model.places import Open
from vacaturegen.templating import Environment
from vacaturegen.templating.metering import passed
from vacaturegen.templating.printing import printed
from vacaturegen.templating.sandbox import ALLOWANCE
from vacaturegen.tracing.conditions import ENTER, LEAVE, LOOK, LOOKED, Conditions, tell_conditions
from vacaturegen.tracing.positions import positions
from vacaturegen.tracing.shades import NONE, Cause, Palette, find, fresh, stretch

WRITTEN, BEGIN, END = "to write", "to begin a print", "to end a print"
"""The filters of what a traced template prints. No template can write such a name: there is a space in it."""
MORE = 4 * ALLOWANCE
"""What a traced document may cost: to keep where it came from is not the template's own work."""


class Piece(str):
    """A text that is printed already, with the shade of each character."""

    shades: str

    def __str__(self) -> str:
        return self  # as it is: Jinja makes a text of whatever is printed


class TracingEnvironment(Environment):
    """Prints as its base does; `palette` knows where the values of the document came from."""

    def __init__(self, filters: dict[str, Callable[..., Any]], **options: Any) -> None:
        self.conditions = Conditions()
        self.begin(Palette(), ())
        super().__init__(filters, **options)
        self.filters |= {WRITTEN: self.write, BEGIN: self.begin_print, END: self.end_print}
        told = self.conditions
        self.filters |= {LOOK: told.look, LOOKED: told.looked, ENTER: told.enter, LEAVE: told.leave}

    def begin(self, palette: Palette, fields: Iterable[str]) -> None:
        """Begin a document: a palette knows where its values came from, and these are the fields of its profile."""
        self.palette = palette
        self.conditions.begin(fields)
        self.at = NONE
        self.left = MORE

    def print_document(self, name: str, values: dict[str, Any]) -> tuple[str, str]:
        """Return the text that a template prints, and its shades."""
        template = self.get_template(name)
        try:
            text = self.concat(template.root_render_func(template.new_context(values)))
        except Exception:
            self.handle_exception()  # raises it again, at the line of the template
        return str(text), self.palette.of(text)

    def parse(self, source: Any, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """Return the tree of a template in which each text and each print tells its place. Raises as Jinja does."""
        tree = super().parse(source, name, filename)
        places = positions(self, source)
        for output in tree.find_all(nodes.Output):
            output.nodes = [
                told(child, (name or "", line, column))
                for child, (line, column) in zip(output.nodes, places, strict=False)
            ]
        tell_conditions(tree, name or "")
        return tree

    def write(self, text: str, place: tuple[str, int, int]) -> Piece:
        """Return what a template says itself, each line with its place."""
        name, line, column = place
        shades = []
        for number, piece in enumerate(text.split("\n")):
            code = self.at_template(name, line + number, 1 if number else column)
            shades.append(code * (len(piece) + 1))
        return piece_of(text, "".join(shades)[:-1])

    def begin_print(self, place: tuple[str, int, int]) -> tuple[str, int, int]:
        """Note where something is about to be printed; what was read before has nothing to do with it."""
        self.palette.shared.clear()
        return place

    def end_print(self, place: tuple[str, int, int], value: Any) -> Any:
        """Return a value that is about to be printed at a place."""
        self.at = self.at_template(*place)
        return value

    def at_template(self, name: str, line: int, column: int) -> str:
        """Return the shade of what a template says itself at a place, which hangs on the tests around it."""
        return self.palette.shade(Cause("template", name, "", line, column), *self.conditions.nearest())

    @pass_context
    def print_value(self, context: Context, value: Any) -> str:
        """Return what a template prints of a value, with its shades."""
        if value.__class__ is Piece:
            return str(value)
        text = str(super().print_value(context, value))
        if value.__class__ is Open:
            shades = self.palette.shade(Cause("value", "", value.veld)) * len(text)
        elif isinstance(value, str) and (known := self.palette.of(value)):
            shades = stretch(known, str(value), text).replace(NONE, self.at)
        else:
            shades = (self.palette.of(value) or self.at) * len(text)
        return piece_of(text, shades)

    def concat(self, parts: Iterable[str]) -> Markdown:
        """Return what a template, a block or a macro printed."""
        pieces = list(parts)
        shades = "".join(self.shades_of(part) for part in pieces)
        text: Markdown = self.palette.hold(Markdown("".join(pieces)), shades)
        return text

    def shades_of(self, part: str) -> str:
        """Return the shades of a text that is printed; that of a filter block is one as it is."""
        return part.shades if isinstance(part, Piece) else self.palette.of(part) or NONE * len(part)

    def join(self, parts: list[Any]) -> str:
        """Return texts and numbers side by side."""
        joined: str = self.follow(super().join(parts), parts)
        return joined

    def paying(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter of whose result it is known where it came from."""
        passing = super().paying(function)

        @wraps(function)
        def following(value: Any, *rest: Any) -> Any:
            return self.follow(passing(value, *rest), [value, *rest])

        return following

    def follow(self, made: Any, given: list[Any]) -> Any:
        """Return what a filter made of what it was given, known by where that came from."""
        if made.__class__ is Open or any(made is one for one in given) or self.palette.held.get(id(made)):
            return made
        if isinstance(made, list):
            same = isinstance(given[0], list | tuple) and len(given[0]) == len(made)
            return [self.follow(item, [given[0][index]] if same else given) for index, item in enumerate(made)]
        code = self.palette.blend(self.shades_within(given))
        if code == NONE:
            return made
        if not isinstance(made, str) or len(made) < 2:
            self.palette.note(made, code)
            return made
        return self.palette.hold(fresh(made), self.placed(code * len(made), str(made), given))

    def placed(self, shades: str, text: str, given: Iterable[Any]) -> str:
        """Return the shades of a text, with those of the given texts where these stand in it, in order."""
        start = 0
        for one in texts_in(given):
            known = self.palette.of(one)
            for part in [str(one)] if find(str(one), text, start) >= 0 else PARAGRAPH_END.split(one) if known else ():
                as_printed = part if find(part, text, start) >= 0 else printed(one.__class__(part))
                at = find(as_printed, text, start) if known and as_printed else -1
                if at >= 0:
                    own = known if part == str(one) else known[:1] * len(part)
                    start = at + len(as_printed)
                    shades = shades[:at] + stretch(own, part, as_printed) + shades[start:]
        return shades

    def shades_within(self, given: Iterable[Any]) -> Iterator[str]:
        """Yield the shades of all values among those that are given."""
        for one in given:
            if one.__class__ is Open:
                yield self.palette.shade(Cause("value", "", one.veld))
            elif known := self.palette.of(one):
                yield known
            elif isinstance(one, list | tuple):
                yield from self.shades_within(one)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what has a name in a value, and note where it came from when it is of no field alone."""
        value = super().getattr(obj, attribute)
        _value, known = self.palette.held.get(id(value), (None, ""))
        shades = known or self.code_of(obj, attribute)
        self.conditions.read(self.palette.causes[self.palette.blend(shades)])
        if shades and not known and value is not None:
            self.palette.note(value, shades)
        return value

    def code_of(self, obj: Any, attribute: str) -> str:
        """Return the shade of what has a name in a value; "" when it is not known."""
        known = self.palette.of(obj)
        if isinstance(obj, Deel) and known:
            return self.palette.shade(*(part_of(cause, attribute) for cause in self.palette.causes[known]))
        if is_dataclass(obj):
            return known
        if not isinstance(obj, dict):
            return ""
        for name, value in obj.items():  # what the view made of a part still holds values of that part
            for cause in self.palette.causes.get(self.palette.held.get(id(value), (None, ""))[1], ()):
                if cause.field.endswith(f".{name}"):
                    whole = cause._replace(field=cause.field.removesuffix(f".{name}"))
                    return self.palette.shade(part_of(whole, attribute))
        return ""


def told(child: nodes.Expr, place: tuple[str, int, int]) -> nodes.Expr:
    """Return a text or a print of a template that tells its place."""
    where = nodes.Const(place, lineno=child.lineno)
    if isinstance(child, nodes.TemplateData):
        return passed(nodes.Const(child.data, lineno=child.lineno), WRITTEN, where)
    return passed(passed(where, BEGIN), END, child)


def piece_of(text: str, shades: str) -> Piece:
    """Return a printed text with its shades."""
    piece = Piece(text)
    piece.shades = shades
    return piece


def part_of(cause: Cause, name: str) -> Cause:
    """Return the cause that has a name within another one."""
    return cause._replace(field=f"{cause.field}.{name}".strip("."))


def texts_in(given: Iterable[Any]) -> Iterator[str]:
    """Yield the texts among values and in their parts, in order."""
    for one in given:
        if isinstance(one, str):
            yield one
        elif isinstance(one, list | tuple):
            yield from texts_in(one)
        elif isinstance(one, dict):
            yield from texts_in(one.values())
        elif isinstance(one, Deel):
            yield from texts_in(vars(one).values())
