metadata description = 'Event Grid: the topic, a subscription per queue by shared/subscriptions.json, and a place for what could not be delivered.'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the topic.')
@minLength(3)
@maxLength(50)
param topicName string

@description('Name of the storage account for events that could not be delivered.')
@minLength(3)
@maxLength(24)
param storageName string

@description('Service Bus namespace of the queues.')
@minLength(6)
param namespaceName string

@description('The queues, one subscription each.')
@minLength(1)
param queues string[]

@description('Resource id of the identity that delivers.')
@minLength(1)
param identityId string

@description('Principal of that identity.')
@minLength(36)
@maxLength(36)
param identityPrincipalId string

var roles = loadJsonContent('../roles.json')
var subscriptions = items(loadJsonContent('../../shared/subscriptions.json'))

resource topic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: topicName
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
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
  name: guid(namespaceName, name, identityPrincipalId, roles.serviceBusDataSender)
  scope: queue[i]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataSender)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}]

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: storageName
  location: location
  tags: tags
  sku: {
    name: 'Standard_LRS'
  }
  kind: 'StorageV2'
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: storage
  name: 'default'
}

resource undelivered 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'undelivered-events'
}

// On the account: Event Grid does not take the role on the container.
resource deadLetterWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identityPrincipalId, roles.storageBlobDataContributor)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource subscription 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = [for (name, i) in queues: {
  parent: topic
  name: name
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: {
      includedEventTypes: map(filter(subscriptions, s => contains(s.value, name)), s => s.key)
    }
    // The destination stands in here only; a second one outside would be delivered to without the identity.
    deliveryWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: identityId
      }
      destination: {
        endpointType: 'ServiceBusQueue'
        properties: {
          resourceId: queue[i].id
          // The MessageId stays Event Grid's own: mapped to the event's id it would let a queue drop what is published again.
          deliveryAttributeMappings: [
            {
              // Event Grid drops the trace otherwise. Documented for data.* only: the handler also reads traceparent from the body.
              name: 'Diagnostic-Id'
              type: 'Dynamic'
              properties: {
                sourceField: 'traceparent'
              }
            }
          ]
        }
      }
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: identityId
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: storage.id
          blobContainerName: undelivered.name
        }
      }
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
  // Event Grid tries the destination when the subscription is made; a role may take minutes to be seen (docs/deploy.md).
  dependsOn: [sender, deadLetterWriter]
}]

@description('Name of the topic.')
output topicName string = topic.name

@description('Resource id of the topic.')
output topicId string = topic.id

@description('Where events are published.')
output endpoint string = topic.properties.endpoint
