metadata description = 'What one context may reach: its row of contexts.json as role assignments, each on the narrowest scope.'

import { Access, assigned, QueueRight } from 'types.bicep'

@description('The context. It stands in the names of its assignments, which are known before its identity is made.')
@minLength(1)
param context string

@description('Principal of the context\'s identity.')
@minLength(36)
@maxLength(36)
param principalId string

@description('Row of the context in contexts.json.')
param access Access

@description('Right on the context\'s own queue.')
param queueRight QueueRight

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

@description('Key vault of the keys that sign tickets.')
@minLength(3)
param ticketVaultName string

@description('Communication service that sends mail.')
@minLength(1)
param mailServiceName string

@description('Application Insights component.')
@minLength(1)
param insightsName string

var roles = loadJsonContent('../roles.json')
// Built-in data-plane roles of Cosmos DB, the same in every account.
var dataReader = '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000001'
var dataContributor = '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
var containerPrefix = '${account.id}/dbs/${databaseName}/colls/'
var containerGrants = concat(
  map(access.writes, name => { role: dataContributor, scope: '${containerPrefix}${name}' }),
  map(access.reads, name => { role: dataReader, scope: '${containerPrefix}${name}' })
)

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' existing = {
  name: accountName
}

resource metadataReader 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: account
  name: guid(account.id, context, 'metadata')
  properties: {
    roleDefinitionId: metadataRoleId
    principalId: principalId
    scope: account.id
  }
}

// One by one, here and from context to context: many at once meet 412, another user operation is in progress.
@batchSize(1)
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = [for grant in containerGrants: {
  parent: account
  name: guid(grant.scope, context, grant.role)
  properties: {
    roleDefinitionId: grant.role
    principalId: principalId
    scope: grant.scope
  }
  dependsOn: [metadataReader]
}]

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName
}

resource receivedQueue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = [for name in access.receivesFrom: {
  parent: namespace
  name: name
}]

// The host scales its own queue's function by this right. Other queues are only read: their dead letters are listed.
var receiverRoles = map(access.receivesFrom, name => name == context && queueRight == 'manage'
  ? roles.serviceBusDataOwner
  : roles.serviceBusDataReceiver)

resource receiver 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in access.receivesFrom: {
  name: guid(receivedQueue[i].id, context, receiverRoles[i])
  scope: receivedQueue[i]
  properties: assigned(receiverRoles[i], principalId)
}]

resource sentQueue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = [for name in access.sendsTo: {
  parent: namespace
  name: name
}]

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in access.sendsTo: {
  name: guid(sentQueue[i].id, context, roles.serviceBusDataSender)
  scope: sentQueue[i]
  properties: assigned(roles.serviceBusDataSender, principalId)
}]

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: topicName
}

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (access.publishes) {
  name: guid(topic.id, context, roles.eventGridDataSender)
  scope: topic
  properties: assigned(roles.eventGridDataSender, principalId)
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource secretReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (access.readsPaymentSecret) {
  name: guid(vault.id, context, roles.keyVaultSecretsUser)
  scope: vault
  properties: assigned(roles.keyVaultSecretsUser, principalId)
}

resource ticketVault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: ticketVaultName
}

resource ticketKeyReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (access.readsTicketKeys) {
  name: guid(ticketVault.id, context, roles.keyVaultSecretsUser)
  scope: ticketVault
  properties: assigned(roles.keyVaultSecretsUser, principalId)
}

resource mailService 'Microsoft.Communication/communicationServices@2025-09-01' existing = {
  name: mailServiceName
}

resource mailSender 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (access.sendsMail) {
  name: guid(mailService.id, context, roles.communicationAndEmailServiceOwner)
  scope: mailService
  properties: assigned(roles.communicationAndEmailServiceOwner, principalId)
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource telemetryPublisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, context, roles.monitoringMetricsPublisher)
  scope: insights
  properties: assigned(roles.monitoringMetricsPublisher, principalId)
}
