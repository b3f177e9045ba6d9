metadata description = 'One context\'s Function App on Flex Consumption, with a plan and a storage account of its own.'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags object

@description('The context that this app registers, and azd\'s name of the service.')
@minLength(1)
param context string

@description('Name of the app, a host name.')
@minLength(2)
@maxLength(60)
param appName string

@description('Name of its storage account: the host\'s own blobs, and the package it runs.')
@minLength(3)
@maxLength(24)
param storageName string

@description('Resource id of its identity.')
@minLength(1)
param identityId string

@description('Client id of its identity.')
@minLength(36)
@maxLength(36)
param identityClientId string

@description('Principal of its identity.')
@minLength(36)
@maxLength(36)
param identityPrincipalId string

@description('App settings of the context, beyond those of the host.')
param settings object

@description('True: a change feed starts its functions, so the host needs to know the identity for Cosmos DB.')
param triggersOnFeed bool

@description('True: a queue starts its functions, so the host needs to know the identity for the bus.')
param triggersOnBus bool

@description('Where telemetry goes.')
@minLength(1)
param insightsConnectionString string

@description('Instances kept warm: {name, instanceCount}.')
param alwaysReady array

@description('Largest number of instances.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

var roles = loadJsonContent('../roles.json')

// By name, not by storage.properties: a list of settings is made before the deployment begins.
var hostSettings = {
  AzureWebJobsStorage__blobServiceUri: 'https://${storageName}.blob.${environment().suffixes.storage}'
  AzureWebJobsStorage__tableServiceUri: 'https://${storageName}.table.${environment().suffixes.storage}'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // DefaultAzureCredential asks for a system-assigned identity otherwise, which the app has not.
  AZURE_CLIENT_ID: identityClientId
  CONTEXTS: context
}
var feedClient = triggersOnFeed ? {
  COSMOS__credential: 'managedidentity'
  COSMOS__clientId: identityClientId
} : {}
var busClient = triggersOnBus ? {
  SERVICEBUS__credential: 'managedidentity'
  SERVICEBUS__clientId: identityClientId
} : {}

// An account of its own: an app that could write another's package could become it.
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

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'packages'
}

resource blobOwner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identityPrincipalId, roles.storageBlobDataOwner)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The host writes what it finds wrong at its start into a table.
resource tableContributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identityPrincipalId, roles.storageTableDataContributor)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageTableDataContributor)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Flex Consumption takes one app a plan.
resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${appName}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: appName
  location: location
  tags: union(tags, { 'azd-service-name': context })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // The identity that reads the payment secret for @Microsoft.KeyVault(…).
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packages.name}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      // ARM takes any string here, and with a wrong one the host dies with 500s: infra:check holds it to node 24.
      runtime: {
        name: 'node'
        version: '24'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady
        triggers: {
          http: {
            // The default of 16 is full with 16 callers who wait for their seats (Prefer: wait).
            perInstanceConcurrency: 100
          }
        }
      }
      // In preview and not in the types; in force from the update after this one. A single instance still drops calls.
      #disable-next-line BCP037
      siteUpdateStrategy: {
        type: 'RollingUpdate'
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [for setting in items(union(hostSettings, feedClient, busClient, settings)): {
        name: setting.key
        value: setting.value
      }]
    }
  }
  dependsOn: [blobOwner, tableContributor]
}

// Nobody signs in with a password, neither to upload nor to the deployment page.
resource publishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = [for name in ['ftp', 'scm']: {
  parent: app
  name: name
  properties: {
    allow: false
  }
}]

@description('Name of the app.')
output appName string = app.name

@description('Host name that the gateway calls.')
output hostName string = app.properties.defaultHostName
