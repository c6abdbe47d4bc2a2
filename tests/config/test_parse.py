"""Configuration: what it means, and that every mistake is named with its key and line."""

from __future__ import annotations

import pytest

from generator.config import Config, ConfigError, LintConfig, SdkConfig, parse_config

SDK = '[sdk.a]\ndocs = "d"\nbase_url = "https://x.example/v1"\n'


def test_keys_become_fields() -> None:
    text = """\
# a comment
[sdk.graph_beta]
docs     = "specs/beta"
out      = "generated/graph_beta"
package  = "graph_beta"
base_url = "https://graph.microsoft.com/beta"
dialect  = "graph"
include  = ["/deviceManagement/**", "/users/**"]
exclude  = []
templates = "my-templates/"

[lint]
ignore = ["example-unknown-property"]
per-file-ignore = { "api/legacy-*.md" = ["invalid-json"] }
"""

    config = parse_config(text, "sdkwright.toml")

    assert config == Config(
        sdks=(
            SdkConfig(
                name="graph_beta",
                docs="specs/beta",
                out="generated/graph_beta",
                package="graph_beta",
                base_url="https://graph.microsoft.com/beta",
                dialect="graph",
                include=("/deviceManagement/**", "/users/**"),
                exclude=(),
                templates="my-templates/",
            ),
        ),
        lint=LintConfig(
            ignore=("example-unknown-property",), per_file_ignore=(("api/legacy-*.md", ("invalid-json",)),)
        ),
    )


def test_what_is_left_out_has_a_default() -> None:
    (sdk,) = parse_config(SDK, "x").sdks

    assert (sdk.out, sdk.package, sdk.dialect) == ("generated/a", "a", "graph")


def test_the_table_of_pyproject_is_the_same_configuration() -> None:
    text = '[project]\nname = "x"\n' + SDK.replace("[sdk", "[tool.sdkwright.sdk")

    assert parse_config(text, "pyproject.toml", prefix=("tool", "sdkwright")) == parse_config(SDK, "x")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f'{SDK}pakage = "a"', "f.toml:4: unknown key 'pakage' in [sdk.a]; did you mean 'package'?"),
        (f"{SDK}zzz = 1", "f.toml:4: unknown key 'zzz' in [sdk.a]; known are"),
        (f"\n[lnt]\n{SDK}", "f.toml:2: unknown key 'lnt'; did you mean 'lint'?"),
        (f"{SDK}out = 3", "f.toml:4: 'out' must be a text, not an integer"),
        (f'{SDK}out = ""', "f.toml:4: 'out' must be a text, not an empty text"),
        (f'{SDK}include = "/users"', "f.toml:4: 'include' must be a list of texts, not a text"),
        (f"{SDK}include = [\n  '/a',\n  1]", "f.toml:4: 'include' must be a text, not an integer"),
        ("[sdk]\na = 1", "f.toml:2: 'sdk.a' must be a table, not an integer"),
        ("sdk = 1", "f.toml:1: 'sdk' must be a table, not an integer"),
        ('[sdk.a]\nbase_url = "https://x"', "f.toml:1: [sdk.a] needs the key 'docs'"),
        ('[sdk.a]\ndocs = "x"', "f.toml:1: [sdk.a] needs the key 'base_url'"),
        (SDK.replace("https://x.example/v1", "x"), "f.toml:3: 'base_url' in [sdk.a] must be an http(s) URL, not 'x'"),
        (SDK.replace("/v1", "/\\u001b[2J"), "f.toml:3: 'base_url' in [sdk.a] must be an http(s) URL"),
        (
            SDK.replace("/v1", "/v1?view=beta"),
            "f.toml:3: 'base_url' in [sdk.a] must be an http(s) URL, not 'https://x.example/v1?view=beta'",
        ),
        (
            SDK + 'docs_url = "https://x.example/?a b"',
            "f.toml:4: 'docs_url' in [sdk.a] must be an http(s) URL, not 'https://x.example/?a b'",
        ),
        (f'{SDK}package = "a-b"', "f.toml:4: 'package' in [sdk.a] must be a name that Python can import, not 'a-b'"),
        (f'{SDK}package = "class"', "f.toml:4: 'package' in [sdk.a] must be a name that Python can import"),
        (
            f'{SDK}package = "json"',
            "f.toml:4: 'package' in [sdk.a] must not be 'json', which is a module of Python itself",
        ),
        (
            f'{SDK}package = "__main__"',
            "f.toml:4: 'package' in [sdk.a] must not be '__main__', which is a module of Python",
        ),
        (
            f'{SDK}package = "httpx"',
            "f.toml:4: 'package' in [sdk.a] must not be 'httpx', which is a module of what the SDK",
        ),
        (
            SDK.replace("sdk.a", "sdk.types"),
            "f.toml:1: 'package' in [sdk.types] must not be 'types', which is a module",
        ),
        (SDK.replace("sdk.a", "sdk.async"), "f.toml:1: 'package' in [sdk.async] must be a name that Python can import"),
        (f'{SDK}version = "one"', "f.toml:4: 'version' in [sdk.a] must be a version such as 1.0.0"),
        (f"{SDK}[lint]\nper-file-ignore = {{ a = 1 }}", "f.toml:5: 'a' must be a list of texts, not an integer"),
        (f"{SDK}[lint]\n[lint.per-file-ignore]\na = [1]", "f.toml:6: 'a' must be a text, not an integer"),
        ("[sdk\n", "f.toml: Expected ']'"),
        (SDK + SDK, "f.toml: Cannot declare"),
        ('[[sdk]]\nname = "a"', "f.toml:1: 'sdk' must be a table, not a list"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, "f.toml")

    assert str(caught.value).startswith(message)


def test_the_address_of_the_pages_may_end_in_a_query() -> None:
    text = SDK + 'docs_url = "https://x.example/api?view=beta"\n'

    assert parse_config(text, "f.toml").sdks[0].docs_url == "https://x.example/api?view=beta"
