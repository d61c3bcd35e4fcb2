"""Colours. Meaning never hangs on them alone: words, numbers and frames say the same."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

DARK = Theme(
    name="tiltak-dark",
    primary="#86b7e8",
    secondary="#7fc4b4",
    accent="#f0bf6a",
    warning="#f0bf6a",
    error="#f08a80",
    success="#8fcf9a",
    foreground="#dde3ea",
    background="#11161d",
    surface="#171e27",
    panel="#202935",
    dark=True,
    variables={
        "block-cursor-background": "#86b7e8",
        "block-cursor-foreground": "#11161d",
        "border": "#86b7e8",
        "border-blurred": "#3a4757",
        "footer-key-foreground": "#86b7e8",
        "quote-style": "bold #fff2d6 on #4a3b14",
        "text-disabled": "#98a5b3",
        "text-quiet": "#98a5b3",
        "scrollbar": "#3a4757",
        "scrollbar-background": "#11161d",
    },
)
LIGHT = Theme(
    name="tiltak-light",
    primary="#0b5c9c",
    secondary="#1c6b5a",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a8261b",
    success="#1f6b30",
    foreground="#1d2329",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e6e3da",
    dark=False,
    variables={
        "block-cursor-background": "#0b5c9c",
        "block-cursor-foreground": "#ffffff",
        "border": "#0b5c9c",
        "border-blurred": "#b9b4a6",
        "footer-key-foreground": "#0b5c9c",
        "quote-style": "bold #1d2329 on #ffe9b0",
        "text-disabled": "#59636d",
        "text-quiet": "#59636d",
        "scrollbar": "#b9b4a6",
        "scrollbar-background": "#fbfaf7",
    },
)
CONTRAST = Theme(
    name="tiltak-contrast",
    primary="#7fd4ff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ffffff",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#1a1a1a",
    panel="#262626",
    dark=True,
    variables={
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "footer-key-foreground": "#ffff00",
        "quote-style": "bold #000000 on #ffff00",
        "text-disabled": "#c8c8c8",
        "text-quiet": "#c8c8c8",
        "scrollbar": "#8a8a8a",
        "scrollbar-background": "#000000",
    },
)
# No colour at all, only the terminal's own two: what differs is bold, underlined, reversed or framed (mono.tcss).
PLAIN = "ansi_default"
MONO = Theme(
    name="tiltak-mono",
    primary=PLAIN,
    secondary=PLAIN,
    accent=PLAIN,
    warning=PLAIN,
    error=PLAIN,
    success=PLAIN,
    foreground=PLAIN,
    background=PLAIN,
    surface=PLAIN,
    panel=PLAIN,
    boost=PLAIN,
    ansi=True,
    variables={
        **dict.fromkeys(
            (
                "ansi-background", "ansi-foreground", "block-cursor-background", "block-cursor-foreground",
                "block-cursor-blurred-background",
                "block-cursor-blurred-foreground", "block-hover-background", "border", "border-blurred",
                "footer-background", "footer-key-foreground", "input-cursor-background", "input-cursor-foreground",
                "input-selection-background", "input-selection-foreground", "screen-selection-background",
                "screen-selection-foreground", "scrollbar", "scrollbar-active", "scrollbar-background",
                "scrollbar-background-active", "scrollbar-background-hover", "scrollbar-corner-color",
                "scrollbar-hover", "text-disabled", "text-quiet",
            ),
            PLAIN,
        ),
        "block-cursor-text-style": "bold underline",
        "block-cursor-blurred-text-style": "underline",
        "input-cursor-text-style": "reverse",
        "quote-style": "bold reverse",
    },
)  # fmt: skip
THEMES = (DARK, LIGHT, CONTRAST, MONO)


def theme_for(setting: str, environment: Mapping[str, str]) -> str:
    """The name of the theme for a setting («auto», «dark», …).

    Without colour where NO_COLOR asks for it, because Textual drops the colours then, whatever the theme.
    """
    if environment.get("NO_COLOR"):
        return MONO.name
    if setting == "auto":
        return LIGHT.name if _light(environment) else DARK.name
    return f"tiltak-{setting}"


def _light(environment: Mapping[str, str]) -> bool:
    # Some terminals tell their colours («15;0», the last is the background). Inside a multiplexer the word may be
    # that of another terminal; where nothing certain is known, dark it is.
    if "TMUX" in environment or "STY" in environment:
        return False
    return environment.get("COLORFGBG", "").rpartition(";")[2] in {"7", "15"}
