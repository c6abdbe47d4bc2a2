from .._runtime.model import Base as Base
from .application import Application as Application
from .assigned_plan import AssignedPlan as AssignedPlan
from .device_configuration import DeviceConfiguration as DeviceConfiguration
from .directory_object import DirectoryObject as DirectoryObject
from .drive_item import DriveItem as DriveItem
from .entity import Entity as Entity
from .group import Group as Group
from .ios_certificate_profile import IosCertificateProfile as IosCertificateProfile
from .ios_imported_pfx_certificate_profile import (
    IosImportedPFXCertificateProfile as IosImportedPFXCertificateProfile,
)
from .item_body import ItemBody as ItemBody
from .managed_device_certificate_state import ManagedDeviceCertificateState as ManagedDeviceCertificateState
from .message import Message as Message
from .password_profile import PasswordProfile as PasswordProfile
from .reminder import Reminder as Reminder
from .upload_session import UploadSession as UploadSession
from .user import User as User
from .windows_update_for_business_configuration import (
    WindowsUpdateForBusinessConfiguration as WindowsUpdateForBusinessConfiguration,
)
