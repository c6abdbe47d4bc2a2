"""What a project asks for, as one frozen value parsed from text. It knows no files: `cli` finds and reads them."""

from generator.config.model import Config, LintConfig, SdkConfig
from generator.config.override_table import parse_overrides
from generator.config.parse import ConfigError, parse_config

__all__ = ["Config", "ConfigError", "LintConfig", "SdkConfig", "parse_config", "parse_overrides"]
