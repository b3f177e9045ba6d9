metadata description = 'Event Grid: a subscription per queue, by shared/subscriptions.json. Event Grid tries the identity\'s roles when one is made, so main.bicep makes them last.'

@description('Name of the topic.')
@minLength(3)
@maxLength(50)
param topicName string

@description('Service Bus namespace of the queues.')
@minLength(6)
param namespaceName string

@description('The queues, one subscription each. What none of them takes goes to the one called unclaimed.')
@minLength(1)
param queues string[]

@description('Resource id of the identity that delivers.')
@minLength(1)
param identityId string

@description('Resource id of the storage account for events that could not be delivered.')
@minLength(1)
param storageId string

var subscriptions = items(loadJsonContent('../../shared/subscriptions.json'))
var types = map(subscriptions, s => s.key)

// Event Grid drops what no subscription takes, so all other types go to the queue unclaimed. A subscription has 25 filter
// values at most, so types that begin with one of these words have a subscription of their own.
var families = ['Bill', 'Reservation', 'Seat']
var others = filter(types, t => !contains(map(families, f => startsWith(t, f)), true))

var wanted = map(filter(queues, q => q != 'unclaimed'), q => {
  name: q
  queue: q
  filter: {
    includedEventTypes: map(filter(subscriptions, s => contains(s.value, q)), s => s.key)
  }
})
var unheardOfFamilies = map(families, f => {
  name: 'unclaimed-${toLower(f)}'
  queue: 'unclaimed'
  filter: {
    advancedFilters: [
      { operatorType: 'StringBeginsWith', key: 'type', values: [f] }
      { operatorType: 'StringNotIn', key: 'type', values: filter(types, t => startsWith(t, f)) }
    ]
  }
})
var unheard = {
  name: 'unclaimed'
  queue: 'unclaimed'
  filter: {
    advancedFilters: [
      { operatorType: 'StringNotBeginsWith', key: 'type', values: families }
      { operatorType: 'StringNotIn', key: 'type', values: others }
    ]
  }
}
var all = concat(wanted, unheardOfFamilies, [unheard])

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: topicName
}

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = [for name in queues: {
  parent: namespace
  name: name
}]

resource subscription 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = [for one in all: {
  parent: topic
  name: one.name
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: any(one.filter)
    // The destination stands in here only; a second one outside would be delivered to without the identity.
    deliveryWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: identityId
      }
      destination: {
        endpointType: 'ServiceBusQueue'
        properties: {
          resourceId: queue[indexOf(queues, one.queue)].id
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
          resourceId: storageId
          blobContainerName: 'undelivered-events'
        }
      }
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}]
