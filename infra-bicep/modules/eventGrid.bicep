metadata description = 'Event Grid: the topic, a place for what could not be delivered, and the roles of the identity that delivers.'

import { assigned, Identity, logged, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the topic.')
@minLength(3)
@maxLength(50)
param topicName string

@description('Name of the storage account for events that could not be delivered.')
@minLength(3)
@maxLength(24)
param storageName string

@description('True: that storage account is spread over zones.')
param zoneRedundant bool

@description('Service Bus namespace of the queues.')
@minLength(6)
param namespaceName string

@description('The queues that it delivers to.')
@minLength(1)
param queues string[]

@description('Identity that delivers.')
param identity Identity

@description('Resource id of the workspace that gets its log.')
@minLength(1)
param workspaceId string

// As long as dead letters may be looked for; a month is longer than any queue keeps a message.
var undeliveredDays = 30
var roles = loadJsonContent('../roles.json')

resource topic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: topicName
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    inputSchema: 'CloudEventSchemaV1_0'
    disableLocalAuth: true
    minimumTlsVersionAllowed: '1.2'
  }
}

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = [for name in queues: {
  parent: namespace
  name: name
}]

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in queues: {
  name: guid(queue[i].id, 'eventgrid', roles.serviceBusDataSender)
  scope: queue[i]
  properties: assigned(roles.serviceBusDataSender, identity.principalId)
}]

module undelivered 'storageAccount.bicep' = {
  params: {
    location: location
    tags: tags
    accountName: storageName
    zoneRedundant: zoneRedundant
    containerName: 'undelivered-events'
    deleteAfterDays: undeliveredDays
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

// On the account: Event Grid does not take the role on the container.
resource deadLetterWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, 'eventgrid', roles.storageBlobDataContributor)
  scope: storage
  properties: assigned(roles.storageBlobDataContributor, identity.principalId)
  dependsOn: [undelivered]
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: topic
  properties: logged(workspaceId, ['DeliveryFailures', 'PublishFailures'])
}

@description('Resource id of the topic.')
output topicId string = topic.id

@description('Where events are published.')
output endpoint string = topic.properties.endpoint

@description('Resource id of the storage account for events that could not be delivered.')
output storageId string = undelivered.outputs.accountId
