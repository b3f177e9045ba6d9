metadata description = 'One context\'s Function App on Flex Consumption, with a plan and a storage account of its own.'

import { assigned, Identity, Tags, WarmInstances } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

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

@description('True: plan and storage are spread over zones, and two instances of every function are always there. Choose before the first deployment.')
param zoneRedundant bool

@description('Its identity.')
param identity Identity

@description('App settings of the context, beyond those of the host.')
param settings { *: string }

@description('True: a change feed starts its functions, so the host needs to know the identity for Cosmos DB.')
param triggersOnFeed bool

@description('True: a queue starts its functions, so the host needs to know the identity for the bus.')
param triggersOnBus bool

@description('Where telemetry goes.')
@minLength(1)
param insightsConnectionString string

@description('Part of the traces that is kept, 0 to 1. A trace that the gateway began is kept or not as the gateway has it.')
@minLength(1)
@maxLength(6)
param traceRatio string

@description('Instances kept warm.')
param alwaysReady WarmInstances[]

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
  AzureWebJobsStorage__clientId: identity.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.clientId};Authorization=AAD'
  // DefaultAzureCredential asks for a system-assigned identity otherwise, which the app has not.
  AZURE_CLIENT_ID: identity.clientId
  OTEL_TRACES_SAMPLER: 'parentbased_traceidratio'
  OTEL_TRACES_SAMPLER_ARG: traceRatio
  CONTEXTS: context
}
var feedClient = triggersOnFeed ? {
  COSMOS__credential: 'managedidentity'
  COSMOS__clientId: identity.clientId
} : {}
var busClient = triggersOnBus ? {
  SERVICEBUS__credential: 'managedidentity'
  SERVICEBUS__clientId: identity.clientId
} : {}

// An account of its own: an app that could write another's package could become it.
module packages 'storageAccount.bicep' = {
  params: {
    location: location
    tags: tags
    accountName: storageName
    zoneRedundant: zoneRedundant
    containerName: 'packages'
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource blobOwner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, context, roles.storageBlobDataOwner)
  scope: storage
  properties: assigned(roles.storageBlobDataOwner, identity.principalId)
  dependsOn: [packages]
}

// The host writes what it finds wrong at its start into a table.
resource tableContributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, context, roles.storageTableDataContributor)
  scope: storage
  properties: assigned(roles.storageTableDataContributor, identity.principalId)
  dependsOn: [packages]
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
    zoneRedundant: zoneRedundant
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
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // The identity that reads the payment secret for @Microsoft.KeyVault(…).
    keyVaultReferenceIdentity: identity.id
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages.outputs.containerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
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
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

@description('Name of the app.')
output appName string = app.name

@description('Host name that the gateway calls.')
output hostName string = app.properties.defaultHostName
