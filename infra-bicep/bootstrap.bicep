metadata description = 'Run once by an owner of the resource group: the two identities that the workflows sign in with. No secret leaves Azure.'

import { assigned, Environment } from 'modules/types.bicep'

targetScope = 'resourceGroup'

@description('Azure region.')
@minLength(3)
param location string = resourceGroup().location

@description('Environment that the identities work for.')
param environmentName Environment

@description('Whole subject of the token of a deployment, as GitHub writes it. Repositories created since 2026-07-15: repo:<owner>@<id>/<repo>@<id>:environment:<env>.')
@minLength(10)
@maxLength(600)
param deploySubject string

@description('Whole subject of the token of a what-if on a pull request, as GitHub writes it: the environment <env>-what-if.')
@minLength(10)
@maxLength(600)
param whatIfSubject string

var groupId = resourceGroup().id
var roles = loadJsonContent('roles.json')
var githubIssuer = 'https://token.actions.githubusercontent.com'
var audiences = ['api://AzureADTokenExchange']
// Whoever deploys may give these roles and no other: it could make itself owner otherwise.
var grantableRoles = [
  roles.storageBlobDataOwner
  roles.storageBlobDataContributor
  roles.storageTableDataContributor
  roles.serviceBusDataSender
  roles.serviceBusDataReceiver
  roles.serviceBusDataOwner
  roles.eventGridDataSender
  roles.keyVaultSecretsUser
  roles.monitoringMetricsPublisher
  roles.communicationAndEmailServiceOwner
]
var roleCondition = '((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${join(grantableRoles, ', ')}})) AND ((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/delete\'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${join(grantableRoles, ', ')}}))'

resource deployer 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-marquee-deploy-${environmentName}'
  location: location
}

resource deployerTrust 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: deployer
  name: 'github'
  properties: {
    issuer: githubIssuer
    subject: deploySubject
    audiences: audiences
  }
}

resource deployerContributor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(groupId, deployer.id, roles.contributor)
  properties: assigned(roles.contributor, deployer.properties.principalId)
}

resource deployerAdministrator 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(groupId, deployer.id, roles.roleBasedAccessControlAdministrator)
  properties: union(assigned(roles.roleBasedAccessControlAdministrator, deployer.properties.principalId), {
    condition: roleCondition
    conditionVersion: '2.0'
  })
}

// Contributor may set no lock. It may take none off with this role either: that stays with the owner.
resource lockRole 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(groupId, 'lock')
  properties: {
    roleName: 'Marquee lock ${environmentName} ${take(uniqueString(groupId), 6)}'
    type: 'CustomRole'
    assignableScopes: [groupId]
    permissions: [
      {
        actions: [
          'Microsoft.Authorization/locks/read'
          'Microsoft.Authorization/locks/write'
        ]
      }
    ]
  }
}

resource deployerLock 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(groupId, deployer.id, lockRole.id)
  properties: {
    roleDefinitionId: lockRole.id
    principalId: deployer.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource viewer 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-marquee-what-if-${environmentName}'
  location: location
}

resource viewerTrust 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = {
  parent: viewer
  name: 'github'
  properties: {
    issuer: githubIssuer
    subject: whatIfSubject
    audiences: audiences
  }
}

resource viewerReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(groupId, viewer.id, roles.reader)
  properties: assigned(roles.reader, viewer.properties.principalId)
}

// Reader may not ask for a what-if: these are the only actions it needs beyond, with the validation level providerNoRbac.
resource whatIfRole 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(groupId, 'what-if')
  properties: {
    roleName: 'Marquee what-if ${environmentName} ${take(uniqueString(groupId), 6)}'
    type: 'CustomRole'
    assignableScopes: [groupId]
    permissions: [
      {
        actions: [
          'Microsoft.Resources/deployments/validate/action'
          'Microsoft.Resources/deployments/whatIf/action'
          'Microsoft.Resources/deployments/operationStatuses/read'
        ]
      }
    ]
  }
}

resource viewerWhatIf 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(groupId, viewer.id, whatIfRole.id)
  properties: {
    roleDefinitionId: whatIfRole.id
    principalId: viewer.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Client id that the deployment signs in with: AZURE_CLIENT_ID of the GitHub environment.')
output deployClientId string = deployer.properties.clientId

@description('Client id that a what-if signs in with: AZURE_CLIENT_ID of the GitHub environment <env>-what-if.')
output whatIfClientId string = viewer.properties.clientId
