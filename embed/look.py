"""How a list looks on somebody's website: three colours and a font, always readable."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from embed.colours import EDGE_CONTRAST, Colour
from embed.parameters import Params

DEFAULTS = {
    "accent": Colour(23, 89, 79),
    "background": Colour(255, 255, 255),
    "text": Colour(32, 48, 45),
}
FONTS = {
    "sans": 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    "serif": 'Georgia, "Noto Serif", "Times New Roman", serif',
}


@dataclass(frozen=True)
class Look:
    """The colours that were asked for, and a font."""

    accent: Colour = DEFAULTS["accent"]
    background: Colour = DEFAULTS["background"]
    text: Colour = DEFAULTS["text"]
    font: str = "sans"

    @classmethod
    def from_args(cls, args: Mapping[str, str]) -> Self:
        """Read the parameters of an address; what is no colour and no font is the usual one."""
        colours = {name: Colour.from_hex(args.get(name, "")) for name in DEFAULTS}
        font = args.get("font", "sans")
        return cls(
            **{name: colour or DEFAULTS[name] for name, colour in colours.items()},
            font=font if font in FONTS else "sans",
        )

    @property
    def params(self) -> Params:
        """The parameters that say this look: none for the usual one."""
        colours = {name: getattr(self, name) for name in DEFAULTS}
        changed = {name: str(it)[1:] for name, it in colours.items() if it != DEFAULTS[name]}
        return (*changed.items(), *((("font", self.font),) if self.font != "sans" else ()))

    @property
    def variables(self) -> dict[str, str]:
        """The style sheet's variables. Text has 4.5:1 on its ground, edges of fields 3:1."""
        ground = self.background
        text = self.text.readable_on(ground)
        accent = self.accent.readable_on(ground)
        return {
            "ground": str(ground),
            "text": str(text),
            "soft": str(text.mixed(ground, 0.25).readable_on(ground)),
            "line": str(text.mixed(ground, 0.82)),
            "edge": str(text.mixed(ground, 0.4).readable_on(ground, EDGE_CONTRAST)),
            "accent": str(accent),
            "on-accent": str(accent.ink()),
            "font": FONTS[self.font],
        }

    @property
    def corrections(self) -> list[tuple[str, str, str]]:
        """Colours that could not be read, each as its name, what was asked for, what is used."""
        used = self.variables
        asked = {"text": str(self.text), "accent": str(self.accent)}
        return [(name, it, used[name]) for name, it in asked.items() if it != used[name]]
