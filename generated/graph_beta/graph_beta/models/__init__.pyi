from .._runtime.model import Base as Base
from .all_devices_assignment_target import AllDevicesAssignmentTarget as AllDevicesAssignmentTarget
from .android_custom_configuration import AndroidCustomConfiguration as AndroidCustomConfiguration
from .application import Application as Application
from .assigned_license import AssignedLicense as AssignedLicense
from .assigned_plan import AssignedPlan as AssignedPlan
from .attachment import Attachment as Attachment
from .authentication import Authentication as Authentication
from .authentication_method import AuthenticationMethod as AuthenticationMethod
from .base_item import BaseItem as BaseItem
from .call_record import CallRecord as CallRecord
from .client_user_agent import ClientUserAgent as ClientUserAgent
from .communications import Communications as Communications
from .custom_subject_alternative_name import CustomSubjectAlternativeName as CustomSubjectAlternativeName
from .date_time_time_zone import DateTimeTimeZone as DateTimeTimeZone
from .deleted import Deleted as Deleted
from .device_and_app_management_assignment_target import (
    DeviceAndAppManagementAssignmentTarget as DeviceAndAppManagementAssignmentTarget,
)
from .device_configuration import DeviceConfiguration as DeviceConfiguration
from .device_configuration_assignment import DeviceConfigurationAssignment as DeviceConfigurationAssignment
from .device_configuration_device_overview import (
    DeviceConfigurationDeviceOverview as DeviceConfigurationDeviceOverview,
)
from .device_configuration_device_status import (
    DeviceConfigurationDeviceStatus as DeviceConfigurationDeviceStatus,
)
from .device_configuration_group_assignment import (
    DeviceConfigurationGroupAssignment as DeviceConfigurationGroupAssignment,
)
from .device_configuration_user_overview import (
    DeviceConfigurationUserOverview as DeviceConfigurationUserOverview,
)
from .device_configuration_user_status import DeviceConfigurationUserStatus as DeviceConfigurationUserStatus
from .device_management import DeviceManagement as DeviceManagement
from .device_management_applicability_rule_device_mode import (
    DeviceManagementApplicabilityRuleDeviceMode as DeviceManagementApplicabilityRuleDeviceMode,
)
from .device_management_applicability_rule_os_edition import (
    DeviceManagementApplicabilityRuleOsEdition as DeviceManagementApplicabilityRuleOsEdition,
)
from .device_management_applicability_rule_os_version import (
    DeviceManagementApplicabilityRuleOsVersion as DeviceManagementApplicabilityRuleOsVersion,
)
from .device_management_settings import DeviceManagementSettings as DeviceManagementSettings
from .directory_object import DirectoryObject as DirectoryObject
from .drive import Drive as Drive
from .drive_item import DriveItem as DriveItem
from .drive_item_uploadable_properties import DriveItemUploadableProperties as DriveItemUploadableProperties
from .email_address import EmailAddress as EmailAddress
from .employee_org_data import EmployeeOrgData as EmployeeOrgData
from .endpoint import Endpoint as Endpoint
from .entity import Entity as Entity
from .exclusion_group_assignment_target import (
    ExclusionGroupAssignmentTarget as ExclusionGroupAssignmentTarget,
)
from .extension import Extension as Extension
from .failure_info import FailureInfo as FailureInfo
from .feedback_token_set import FeedbackTokenSet as FeedbackTokenSet
from .file import File as File
from .file_attachment import FileAttachment as FileAttachment
from .file_system_info import FileSystemInfo as FileSystemInfo
from .folder import Folder as Folder
from .folder_view import FolderView as FolderView
from .followup_flag import FollowupFlag as FollowupFlag
from .group import Group as Group
from .group_assignment_target import GroupAssignmentTarget as GroupAssignmentTarget
from .group_lifecycle_policy import GroupLifecyclePolicy as GroupLifecyclePolicy
from .hashes import Hashes as Hashes
from .identity import Identity as Identity
from .identity_set import IdentitySet as IdentitySet
from .implicit_grant_settings import ImplicitGrantSettings as ImplicitGrantSettings
from .informational_url import InformationalUrl as InformationalUrl
from .internet_message_header import InternetMessageHeader as InternetMessageHeader
from .ios_certificate_profile import IosCertificateProfile as IosCertificateProfile
from .ios_certificate_profile_base import IosCertificateProfileBase as IosCertificateProfileBase
from .ios_custom_configuration import IosCustomConfiguration as IosCustomConfiguration
from .ios_imported_pfx_certificate_profile import (
    IosImportedPFXCertificateProfile as IosImportedPFXCertificateProfile,
)
from .ios_pkcs_certificate_profile import IosPkcsCertificateProfile as IosPkcsCertificateProfile
from .item_attachment import ItemAttachment as ItemAttachment
from .item_body import ItemBody as ItemBody
from .item_reference import ItemReference as ItemReference
from .location import Location as Location
from .mail_folder import MailFolder as MailFolder
from .mailbox_usage_detail import MailboxUsageDetail as MailboxUsageDetail
from .managed_device_certificate_state import ManagedDeviceCertificateState as ManagedDeviceCertificateState
from .media import Media as Media
from .media_stream import MediaStream as MediaStream
from .message import Message as Message
from .network_info import NetworkInfo as NetworkInfo
from .object_identity import ObjectIdentity as ObjectIdentity
from .oma_setting import OmaSetting as OmaSetting
from .oma_setting_boolean import OmaSettingBoolean as OmaSettingBoolean
from .oma_setting_date_time import OmaSettingDateTime as OmaSettingDateTime
from .oma_setting_integer import OmaSettingInteger as OmaSettingInteger
from .oma_setting_string import OmaSettingString as OmaSettingString
from .open_type_extension import OpenTypeExtension as OpenTypeExtension
from .outlook_item import OutlookItem as OutlookItem
from .participant_endpoint import ParticipantEndpoint as ParticipantEndpoint
from .password_profile import PasswordProfile as PasswordProfile
from .phone_authentication_method import PhoneAuthenticationMethod as PhoneAuthenticationMethod
from .physical_address import PhysicalAddress as PhysicalAddress
from .profile_photo import ProfilePhoto as ProfilePhoto
from .pstn_call_log_row import PstnCallLogRow as PstnCallLogRow
from .quota import Quota as Quota
from .recipient import Recipient as Recipient
from .reference_attachment import ReferenceAttachment as ReferenceAttachment
from .reminder import Reminder as Reminder
from .report_root import ReportRoot as ReportRoot
from .required_resource_access import RequiredResourceAccess as RequiredResourceAccess
from .resource_access import ResourceAccess as ResourceAccess
from .root import Root as Root
from .segment import Segment as Segment
from .service_endpoint import ServiceEndpoint as ServiceEndpoint
from .service_user_agent import ServiceUserAgent as ServiceUserAgent
from .session import Session as Session
from .setting_state_device_summary import SettingStateDeviceSummary as SettingStateDeviceSummary
from .sign_in_activity import SignInActivity as SignInActivity
from .team import Team as Team
from .team_member_settings import TeamMemberSettings as TeamMemberSettings
from .upload_session import UploadSession as UploadSession
from .user import User as User
from .user_agent import UserAgent as UserAgent
from .user_feedback import UserFeedback as UserFeedback
from .web_application import WebApplication as WebApplication
from .windows_domain_join_configuration import (
    WindowsDomainJoinConfiguration as WindowsDomainJoinConfiguration,
)
from .windows_privacy_data_access_control_item import (
    WindowsPrivacyDataAccessControlItem as WindowsPrivacyDataAccessControlItem,
)
