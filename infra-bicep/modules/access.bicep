metadata description = 'What one context may reach: the rows of contexts.json as role assignments, each on the narrowest scope.'

@description('Principal of the context\'s identity.')
@minLength(36)
@maxLength(36)
param principalId string

@description('Row of the context in contexts.json.')
param access object

@description('Cosmos DB account.')
@minLength(3)
param accountName string

@description('Database in it.')
@minLength(1)
param databaseName string

@description('Resource id of the role that reads the account\'s metadata.')
@minLength(1)
param metadataRoleId string

@description('Service Bus namespace.')
@minLength(6)
param namespaceName string

@description('Event Grid topic.')
@minLength(3)
param topicName string

@description('Key vault of the payment secret.')
@minLength(3)
param vaultName string

@description('Communication service that sends mail.')
@minLength(1)
param mailServiceName string

@description('Application Insights component.')
@minLength(1)
param insightsName string

var roles = loadJsonContent('../roles.json')
// Built-in data-plane roles of Cosmos DB, the same in every account.
var dataReader = '00000000-0000-0000-0000-000000000001'
var dataContributor = '00000000-0000-0000-0000-000000000002'
var scopePrefix = '${account.id}/dbs/${databaseName}/colls/'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' existing = {
  name: accountName
}

resource metadataReader 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: account
  name: guid(accountName, principalId, 'metadata')
  properties: {
    roleDefinitionId: metadataRoleId
    principalId: principalId
    scope: account.id
  }
}

resource containerWriter 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = [for name in access.writes: {
  parent: account
  name: guid(accountName, principalId, name, dataContributor)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    principalId: principalId
    scope: '${scopePrefix}${name}'
  }
}]

resource containerReader 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = [for name in access.reads: {
  parent: account
  name: guid(accountName, principalId, name, dataReader)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataReader}'
    principalId: principalId
    scope: '${scopePrefix}${name}'
  }
}]

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName
}

resource receivedQueue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = [for name in access.receivesFrom: {
  parent: namespace
  name: name
}]

// If scaling by queue length lags behind, give Owner on the own queue instead: Receiver may not read the length.
resource receiver 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in access.receivesFrom: {
  name: guid(namespaceName, name, principalId, roles.serviceBusDataReceiver)
  scope: receivedQueue[i]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataReceiver)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

resource sentQueue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = [for name in access.sendsTo: {
  parent: namespace
  name: name
}]

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in access.sendsTo: {
  name: guid(namespaceName, name, principalId, roles.serviceBusDataSender)
  scope: sentQueue[i]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataSender)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: topicName
}

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (access.publishes) {
  name: guid(topicName, principalId, roles.eventGridDataSender)
  scope: topic
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.eventGridDataSender)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource secretReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (access.readsPaymentSecret) {
  name: guid(vaultName, principalId, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource mailService 'Microsoft.Communication/communicationServices@2025-09-01' existing = {
  name: mailServiceName
}

resource mailSender 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (access.sendsMail) {
  name: guid(mailServiceName, principalId, roles.communicationAndEmailServiceOwner)
  scope: mailService
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.communicationAndEmailServiceOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource telemetryPublisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insightsName, principalId, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}
