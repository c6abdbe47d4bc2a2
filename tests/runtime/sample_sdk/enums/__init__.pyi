from .._runtime.enums import OpenEnum as OpenEnum
from .._runtime.enums import OpenFlags as OpenFlags
from .body_type import BodyType as BodyType
from .intended_purpose import IntendedPurpose as IntendedPurpose
from .windows_update_for_business_update_weeks import (
    WindowsUpdateForBusinessUpdateWeeks as WindowsUpdateForBusinessUpdateWeeks,
)
