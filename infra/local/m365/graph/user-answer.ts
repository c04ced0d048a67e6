/** People of the directory and their mailbox settings, as Graph writes them. */
import type { Mailbox, User } from '../core/entities.ts';
import { outlookTime } from './event-answer.ts';
import type { Fields } from './shape.ts';

export const defaultUserProperties = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation', 'preferredLanguage', 'surname'],
  ...['userPrincipalName', 'id'],
];

export const userProperties = [
  ...defaultUserProperties,
  ...[
    'accountEnabled',
    'companyName',
    'createdDateTime',
    'department',
    'employeeId',
    'mailNickname',
    'userType',
    'usageLocation',
    'proxyAddresses',
  ],
];

/** Properties that $filter takes. */
export const filterableUserProperties = [
  ...['id', 'accountEnabled', 'department', 'displayName', 'givenName', 'jobTitle', 'mail', 'mailNickname', 'officeLocation', 'surname'],
  ...['userPrincipalName', 'userType', 'createdDateTime', 'companyName'],
];

/** The person with every property that is known here. */
export function userFields(user: User): Fields {
  return {
    id: user.id,
    businessPhones: [],
    displayName: user.displayName,
    givenName: user.givenName || null,
    jobTitle: user.jobTitle || null,
    mail: user.mail,
    mobilePhone: null,
    officeLocation: user.officeLocation || null,
    preferredLanguage: user.mailbox?.locale ?? null,
    surname: user.surname || null,
    userPrincipalName: user.userPrincipalName,
    accountEnabled: user.accountEnabled,
    companyName: null,
    createdDateTime: seconds(user.createdDateTime),
    department: user.department || null,
    employeeId: null,
    mailNickname: user.userPrincipalName.split('@')[0] ?? '',
    userType: 'Member',
    usageLocation: null,
    proxyAddresses: user.mail === null ? [] : [`SMTP:${user.mail}`],
  };
}

/** Graph's dateTimeOffset of the directory: no fraction. */
const seconds = (instant: string): string => `${instant.slice(0, 19)}Z`;

/** Languages by the names that Outlook shows. */
const languageName = (locale: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale;

export function mailboxSettings({ locale, timeZone, workingHours, autoReplies }: Mailbox): Fields {
  const scheduled = typeof autoReplies === 'object' ? autoReplies : null;
  const time = (instant = '2026-01-01T00:00:00.000Z'): object => ({ dateTime: outlookTime(instant).slice(0, 27), timeZone: 'UTC' });
  return {
    archiveFolder: null,
    timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: {
      status: scheduled ? 'scheduled' : autoReplies ? 'alwaysEnabled' : 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: time(scheduled?.from),
      scheduledEndDateTime: time(scheduled?.until),
    },
    language: { locale, displayName: languageName(locale) },
    workingHours,
  };
}
