metadata description = 'Azure Communication Services for mail. Default limits are 30 mails a minute and 100 an hour; more by a support ticket.'

import { Tags } from 'types.bicep'

@description('Tags of every resource.')
param tags Tags

@description('Name of the mail service.')
@minLength(1)
@maxLength(63)
param emailServiceName string

@description('Name of the communication service that sends, a host name.')
@minLength(1)
@maxLength(63)
param serviceName string

@description('Domain that mails come from; empty takes one that Azure makes up.')
@maxLength(200)
param mailDomain string

@description('True once the DNS records of mailDomain are verified.')
param mailDomainVerified bool

// The service runs everywhere; only where it stores data is a choice.
var dataLocation = 'Korea'

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailServiceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: email
  name: empty(mailDomain) ? 'AzureManagedDomain' : mailDomain
  location: 'global'
  tags: tags
  properties: {
    domainManagement: empty(mailDomain) ? 'AzureManaged' : 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource service 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: serviceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    linkedDomains: empty(mailDomain) || mailDomainVerified ? [domain.id] : []
    disableLocalAuth: true
  }
}

@description('Where the mail client connects to.')
output endpoint string = 'https://${service.properties.hostName}'

@description('Sender of every mail. Azure gives each domain this user name.')
output from string = 'DoNotReply@${domain.properties.fromSenderDomain}'

@description('DNS records that prove the domain is ours; empty for the one that Azure makes up.')
output verificationRecords resourceOutput<'Microsoft.Communication/emailServices/domains@2025-09-01'>.properties.verificationRecords = empty(mailDomain) ? {} : domain.properties.verificationRecords
