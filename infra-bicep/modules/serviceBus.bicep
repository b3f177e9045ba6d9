metadata description = 'Service Bus: a queue per context that gets events.'

import { logged, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the namespace, a host name.')
@minLength(6)
@maxLength(50)
param namespaceName string

@description('Names of the queues.')
@minLength(1)
param queues string[]

@description('Messaging units of the Premium tier; 0 is the Standard tier, about 1,000 operations a second.')
@allowed([0, 1, 2, 4, 8, 16])
param premiumUnits int

@description('True: Premium is spread over zones. Standard is by itself, where the region has zones.')
param zoneRedundant bool

@description('Resource id of the workspace that gets its log.')
@minLength(1)
param workspaceId string

var tier = premiumUnits == 0 ? 'Standard' : 'Premium'

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: namespaceName
  location: location
  tags: tags
  sku: {
    name: tier
    tier: tier
    capacity: premiumUnits == 0 ? null : premiumUnits
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    zoneRedundant: premiumUnits == 0 ? null : zoneRedundant
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for name in queues: {
  parent: namespace
  name: name
  properties: {
    lockDuration: 'PT1M'
    maxDeliveryCount: 10
    defaultMessageTimeToLive: 'P14D'
    deadLetteringOnMessageExpiration: true
    // Never: an event that is published again on purpose has the same id, and would be dropped.
    requiresDuplicateDetection: false
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: namespace
  properties: logged(workspaceId, ['OperationalLogs'])
}

@description('Resource id of the namespace.')
output namespaceId string = namespace.id

@description('Host name of the namespace, what clients connect to.')
output fullyQualifiedNamespace string = '${namespace.name}.servicebus.windows.net'
