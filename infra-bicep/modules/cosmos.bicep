metadata description = 'Cosmos DB for NoSQL: the account, the database, and the containers of shared/containers.json.'

import { logged, Tags, Throughput } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the account, a host name.')
@minLength(3)
@maxLength(44)
param accountName string

@description('Name of the database.')
@minLength(1)
@maxLength(255)
param databaseName string

@description('True: paid by request, at most about 5,000 RU/s a container. False: autoscale.')
param serverless bool

@description('True: a copy in each of three zones. Choose before the first deployment.')
param zoneRedundant bool

@description('Request units per second up to which each container scales.')
param throughput Throughput

@description('True: nobody deletes the account before the lock is taken off it.')
param locked bool

@description('Resource id of the workspace that gets its log.')
@minLength(1)
param workspaceId string

// The file that the local start creates its containers from: partition key, index paths, TTL.
var containers = items(loadJsonContent('../../shared/containers.json'))

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  name: accountName
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: zoneRedundant
      }
    ]
    capabilities: serverless ? [
      {
        name: 'EnableServerless'
      }
    ] : []
    // The handlers are written for Session: another host's write may not be visible yet.
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous7Days'
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-10-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: {
      id: databaseName
    }
  }
}

// Lease containers are among them: a data-plane role cannot create one, and a missing one shows as 403/5300.
// One by one: many at once meet 412, another user operation is in progress.
@batchSize(1)
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-10-15' = [for entry in containers: {
  parent: database
  name: entry.key
  properties: {
    resource: union({
      id: entry.key
      partitionKey: {
        paths: [entry.value.partitionKey]
        kind: 'Hash'
        version: 2
      }
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: map(entry.value.index, p => { path: p })
        excludedPaths: [
          {
            path: '/*'
          }
        ]
      }
      // −1: no item expires unless it says so itself; without it an item's own TTL does nothing.
    }, entry.value.ttl ? { defaultTtl: -1 } : {})
    options: serverless ? {} : {
      autoscaleSettings: {
        maxThroughput: throughput[?entry.key] ?? throughput.default
      }
    }
  }
}]

// Roles scoped to a container break the readers of a change feed: the SDK reads the account's metadata first (403/5301).
resource metadataRole 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2025-10-15' = {
  parent: account
  name: guid(account.id, 'readMetadata')
  properties: {
    roleName: 'Marquee metadata reader'
    type: 'CustomRole'
    assignableScopes: [account.id]
    permissions: [
      {
        dataActions: ['Microsoft.DocumentDB/databaseAccounts/readMetadata']
      }
    ]
  }
  dependsOn: [container]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'never-delete'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Reservations and money. docs/deploy.md says how the lock is taken off.'
  }
}

// Not every request: that log costs more than the requests.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: account
  properties: logged(workspaceId, ['ControlPlaneRequests', 'PartitionKeyStatistics'])
}

@description('Resource id of the account.')
output accountId string = account.id

@description('Where the SDK connects to.')
output endpoint string = account.properties.documentEndpoint

@description('Resource id of the data-plane role that reads the account\'s metadata and nothing else.')
output metadataRoleId string = metadataRole.id
