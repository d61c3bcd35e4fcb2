"""The settings: the file, the command, the screen, and the themes they choose from."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.color import ColorType
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Input, OptionList
from tui_fakes import FakeBackend
from tui_host import ask, whole

from assistant import settings
from assistant.cli.main import run
from assistant.paths import index_folder, settings_file
from assistant.settings import DEFAULTS, KEYS, Settings, SettingsError
from assistant.tui.app import TiltakApp
from assistant.tui.messages import language, speak
from assistant.tui.theme import MONO, THEMES, theme_for

COLOURED = [theme for theme in THEMES if theme is not MONO]


@pytest.fixture(autouse=True)
def _bokmaal_again():
    yield
    speak("nb")


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


# The file


def test_without_a_file_the_defaults_are_in_force(settings_path: Path) -> None:
    assert settings_file() == settings_path
    assert settings.load() == DEFAULTS == Settings("auto", "nb", 5, False, "")
    assert not settings_path.exists()


def test_what_the_file_says_is_in_force(settings_path: Path, tmp_path: Path) -> None:
    put(settings_path, f'\ufefftheme = "light"\nlanguage = "nn"\nhits = 20\nhistory = true\nindex = "{tmp_path}"\n')
    assert settings.load() == Settings("light", "nn", 20, True, str(tmp_path))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("histor = true", "ukjent innstilling «histor». Mente du «history»?"),
        ("[app]\nhits = 3", "ukjent innstilling «app»"),
        ('theme = "blå"', "theme kan ikke være «blå». Velg auto, dark, light, contrast eller mono."),
        ('language = "no"', "language kan ikke være «no». Velg nb, nn eller en."),
        ("hits = 21", "hits kan ikke være «21». Skriv et helt tall fra 1 til 20."),
        ("hits = true", "hits kan ikke være «true»."),
        ('hits = "5"', "hits kan ikke være «5»."),
        ('history = "ja"', "history kan ikke være «ja». Skriv true eller false."),
        ('index = "mappe"', "index kan ikke være «mappe». Skriv hele stien"),
        ('index = "~finnes-ikke-her/x"', "Skriv hele stien"),
        ("hits = = 5", "er ikke gyldig TOML (linje 1, kolonne 8). Rett filen, eller slett den."),
        ('theme = "', "er ikke gyldig TOML"),
    ],
)
def test_a_wrong_file_is_one_line_and_stays_as_it_is(
    settings_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    put(settings_path, text)
    for command in (["settings"], ["settings", "hits", "6"], ["status"], ["ask", "noe"], []):
        assert run(command) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("tiltak: ")
        assert err.count("\n") == 1
        assert told in err
        assert str(settings_path) in err
    assert settings_path.read_text() == text


def test_a_file_that_cannot_be_read_is_told(settings_path: Path) -> None:
    settings_path.mkdir(parents=True)
    with pytest.raises(SettingsError, match="kan ikke lese"):
        settings.load()
    settings_path.rmdir()
    settings_path.write_bytes(b'theme = "\xff"')
    with pytest.raises(SettingsError, match="ikke UTF-8"):
        settings.load()


def test_comments_order_and_line_ends_outlive_a_change(settings_path: Path) -> None:
    put(settings_path, '# Mine valg\r\n\r\nhits = 3   # få\r\nlanguage = "nn"\r\n# slutt\r\n')
    settings.save("hits", 9, settings_path)
    assert settings_path.read_bytes() == '# Mine valg\r\n\r\nhits = 9   # få\r\nlanguage = "nn"\r\n# slutt\r\n'.encode()
    settings.save("index", "C:\\data «æ»" if sys.platform == "win32" else "/data «æ»\\", settings_path)
    assert settings.load().index.startswith(("/data «æ»\\", "C:\\data «æ»"))


@pytest.mark.skipif(sys.platform == "win32", reason="skipped: Windows has no modes")
def test_the_file_is_its_users_alone(settings_path: Path) -> None:
    settings.save("hits", 4, settings_path)
    assert [path.stat().st_mode & 0o777 for path in (settings_path, settings_path.parent)] == [0o600, 0o700]


def test_a_link_to_the_file_stays_a_link(settings_path: Path, tmp_path: Path) -> None:
    target = put(tmp_path / "ekte.toml", "hits = 3\n")
    settings_path.parent.mkdir()
    settings_path.symlink_to(target)
    settings.save("hits", 4, settings_path)
    assert settings_path.is_symlink()
    assert target.read_text() == "hits = 4\n"


def test_what_cannot_be_written_leaves_the_old_file(settings_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(settings_path, "hits = 3\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SettingsError, match="kan ikke skrive"):
        settings.save("hits", 4, settings_path)
    assert [path.name for path in settings_path.parent.iterdir()] == ["settings.toml"]
    assert settings.load().hits == 3


def test_reading_the_settings_does_not_load_what_writes_them() -> None:
    code = "import sys, assistant.settings as s; s.load(); print('tomlkit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


# The command


def test_the_command_shows_sets_and_names_the_place(
    settings_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TILTAK_INDEX", raising=False)
    assert run(["settings"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{settings_path} (finnes ikke ennå)\n")
    assert [line.split()[0] for line in shown.splitlines()[2:]] == list(KEYS)
    assert shown.count("standard") == len(KEYS)
    monkeypatch.chdir(tmp_path)
    for key, typed, value in (("hits", "7", "7"), ("history", "ja", "true"), ("index", "min", str(tmp_path / "min"))):
        assert run(["settings", key, typed]) == 0
        assert capsys.readouterr() == ("", f"{key} er nå {value} ({settings_path})\n")
        assert run(["settings", key]) == 0
        assert capsys.readouterr().out == f"{value}\n"
    monkeypatch.setenv("TILTAK_INDEX", "/annet")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["settings"]) == 0
    rows = {line.split()[0]: line.split(maxsplit=2)[1:] for line in capsys.readouterr().out.splitlines()[2:]}
    assert rows == {
        "theme": ["mono", "NO_COLOR"],
        "language": ["nb", "standard"],
        "hits": ["7", "fra filen"],
        "history": ["true", "fra filen"],
        "index": [str(Path("/annet")), "TILTAK_INDEX"],
    }
    assert run(["settings", "--path"]) == 0
    assert capsys.readouterr().out == f"{settings_path}\n"


@pytest.mark.parametrize(("key", "typed"), [("hits", "0"), ("hits", "mange"), ("history", "kanskje"), ("farge", "rød")])
def test_a_wrong_value_writes_nothing(settings_path: Path, key: str, typed: str) -> None:
    assert run(["settings", key, typed]) == 2
    assert not settings_path.exists()


def test_commands_follow_the_settings(
    settings_path: Path, small_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.delenv("TILTAK_INDEX", raising=False)
    put(settings_path, f"language = 'en'\nhits = 1\nindex = '{small_index}'\n")
    assert run(["status"]) == 0
    assert str(small_index) in capsys.readouterr().out
    plan = put(tmp_path / "plan.txt", "Unge og flyktninger får jobb i butikk, med mentor og hjelp til økonomien. " * 4)
    assert run(["similar", str(plan)]) == 0
    english = capsys.readouterr().out
    assert re.search("^Sources$", english, re.M)
    assert run(["similar", str(plan), "--language", "nb", "--k", "3"]) == 0
    bokmaal = capsys.readouterr().out
    assert re.search("^Kilder$", bokmaal, re.M)
    assert len(set(re.findall(r"\bT\d{3}\b", english))) == 1 < len(set(re.findall(r"\bT\d{3}\b", bokmaal)))


def test_the_index_is_the_one_chosen_else_of_the_environment_else_of_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TILTAK_INDEX", "/miljø")
    assert index_folder("/valgt", "/innstilt") == Path("/valgt")
    assert index_folder(None, "/innstilt") == Path("/miljø")
    monkeypatch.delenv("TILTAK_INDEX")
    assert index_folder(None, "/innstilt") == Path("/innstilt")
    assert index_folder().name == "index"


# The screen


async def opened(pilot: Pilot[None], *keys: str) -> OptionList:
    await pilot.press("f12", *keys)
    await pilot.pause()
    return pilot.app.screen.query_one(OptionList)


async def test_a_change_is_in_force_and_saved_at_once(settings_path: Path) -> None:
    app = TiltakApp(Path("ingen"), FakeBackend())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert settings_path.name in whole(pilot)
        await pilot.press("right", "right")
        assert app.theme == "tiltak-light"
        await pilot.press("down", "right")
        await pilot.pause()
        assert language() == "nn"
        assert "Utsjånad" in whole(pilot)
        await pilot.press("down", "left", "down", "enter", "escape")
        await pilot.pause()
        assert "Skriv eit spørsmål" in whole(pilot)
    assert settings.load() == Settings("light", "nn", 4, True, "")


async def test_the_next_answer_has_as_many_hits_as_chosen() -> None:
    app = TiltakApp(Path("ingen"), FakeBackend(), settings=Settings(hits=3))
    async with app.run_test() as pilot:
        main = app.screen
        await ask(main, pilot, "unge")
        assert main.session.k == 3
        await opened(pilot, "down", "down", "right", "escape")
        assert main.session.k == 4
        assert main.settings.hits == 4


async def test_the_index_folder_is_typed(settings_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TILTAK_INDEX", raising=False)
    async with TiltakApp(Path("ingen"), FakeBackend()).run_test() as pilot:
        options = await opened(pilot, "end", "enter")
        field = pilot.app.screen.query_one(Input)
        assert field.has_focus
        await pilot.press("escape")
        assert options.has_focus
        await pilot.press("enter")
        field.value = "~finnes-ikke-her/x"
        await pilot.press("enter")
        assert "Skriv hele stien" in whole(pilot)
        field.value = str(tmp_path)
        await pilot.press("enter")
        assert settings.load().index == str(tmp_path)
        assert str(tmp_path)[:30] in whole(pilot)


async def test_a_file_spoilt_meanwhile_is_told_and_left(settings_path: Path) -> None:
    app = TiltakApp(Path("ingen"), FakeBackend())
    async with app.run_test() as pilot:
        await opened(pilot)
        put(settings_path, "hits = = 3")
        await pilot.press("right")
        await pilot.pause()
        assert "ikke gyldig TOML" in whole(pilot)
        assert app.theme == "tiltak-dark"
        assert settings_path.read_text() == "hits = = 3"


async def test_what_the_command_line_asked_for_outlives_another_change(settings_path: Path) -> None:
    put(settings_path, "language = 'nb'\n")
    async with TiltakApp(Path("ingen"), FakeBackend(), settings=Settings(language="en")).run_test() as pilot:
        await opened(pilot, "right")
        assert "Settings" in whole(pilot)
    assert settings.load() == Settings("dark", "nb")


# The themes


def luminance(colour: Color) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.2: from 1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_has_it() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_text_of_a_theme_can_be_read(theme: object) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    quote = re.findall("#[0-9a-f]{6}", colours["quote-style"])
    pairs = [
        *((text, ground)
          for text in ("foreground", "primary", "warning", "error", "text-quiet", "text-disabled")
          for ground in ("background", "surface", "panel")),
        ("footer-key-foreground", "footer-background"), ("foreground", "footer-background"),
        ("block-cursor-foreground", "block-cursor-background"), ("background", "accent"),
    ]  # fmt: skip
    found = {pair: contrast(*(Color.parse(colours[name]) for name in pair)) for pair in pairs}
    found["quote"] = contrast(*map(Color.parse, quote))
    least = 7 if theme.name == "tiltak-contrast" else 4.5
    assert not {pair: round(value, 2) for pair, value in found.items() if value < least}


def drawn(app: TiltakApp) -> list[tuple[str, object]]:
    """Every piece of text on the screen with its style."""
    strips = app.screen._compositor.render_strips()
    return [(segment.text, segment.style) for strip in strips for segment in strip if segment.style]


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
async def test_text_on_the_screen_can_be_read(theme: object) -> None:
    app = TiltakApp(Path("ingen"), FakeBackend(), settings=Settings(theme.name.removeprefix("tiltak-")))
    async with app.run_test(size=(120, 40)) as pilot:
        await ask(app.screen, pilot, "unge")
        await pilot.press("tab")
        await pilot.pause()
        texts = [(text, style) for text, style in drawn(app) if re.search(r"\w", text)]
    assert len(texts) > 20
    for text, style in texts:
        ground = style.bgcolor or Color.parse(theme.background).rich_color
        assert contrast(Color.from_rich_color(style.color), Color.from_rich_color(ground)) >= 4.5, text


@pytest.mark.parametrize("way", ["setting", "environment"])
async def test_without_colour_everything_is_told_by_weight(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "environment":
        monkeypatch.setenv("NO_COLOR", "1")
    app = TiltakApp(Path("ingen"), FakeBackend(), settings=Settings("mono" if way == "setting" else "light"))
    async with app.run_test(size=(120, 40)) as pilot:
        await ask(app.screen, pilot, "unge")
        assert app.theme == MONO.name
        at_prompt = drawn(app)
        assert {c.type for _, style in at_prompt for c in (style.color, style.bgcolor) if c} <= {ColorType.DEFAULT}
        assert any(style.reverse and style.bold and "24 deltakere" in text for text, style in at_prompt)
        places = [at_prompt]
        for key in ("tab", "down", "f2"):
            await pilot.press(key)
            await pilot.pause()
            places.append(drawn(app))
        # Wherever one is, one can see it.
        told = [[(text, style.bold, style.underline, style.reverse) for text, style in place] for place in places]
        assert all(told.count(place) == 1 for place in told)


async def test_colours_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    app = TiltakApp(Path("ingen"), FakeBackend(), settings=Settings("contrast"))
    async with app.run_test() as pilot:
        options = await opened(pilot, "right")
        assert app.theme == MONO.name
        assert options.styles.color.ansi is not None
        await pilot.press("left")
        await pilot.pause()
        assert app.theme == "tiltak-contrast"
        assert options.styles.color.ansi is None


@pytest.mark.parametrize(
    ("setting", "environment", "expected"),
    [
        ("auto", {}, "dark"),
        ("auto", {"COLORFGBG": "0;15"}, "light"),
        ("auto", {"COLORFGBG": "0;default;7"}, "light"),
        ("auto", {"COLORFGBG": "15;0"}, "dark"),
        ("auto", {"COLORFGBG": "0;15", "TMUX": "/tmp/t"}, "dark"),
        ("contrast", {"COLORFGBG": "0;15"}, "contrast"),
        ("light", {"NO_COLOR": "1"}, "mono"),
        ("light", {"NO_COLOR": ""}, "light"),
    ],
)
def test_the_theme_of_a_setting(setting: str, environment: dict[str, str], expected: str) -> None:
    assert theme_for(setting, environment) == f"tiltak-{expected}"


async def test_nothing_moves_by_itself() -> None:
    app = TiltakApp(Path("ingen"), FakeBackend())
    async with app.run_test() as pilot:
        assert app.animation_level == "none"
        await opened(pilot, "end", "enter")
        assert not any(field.cursor_blink for field in [*app.screen.query(Input), *app.screen_stack[0].query(Input)])
