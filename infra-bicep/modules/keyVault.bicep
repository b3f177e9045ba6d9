metadata description = 'Key Vault for one secret, which one context reads. Whoever runs Marquee puts it there by hand.'

import { logged, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the vault, a host name.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Name of the secret.')
@minLength(1)
@maxLength(127)
param secretName string

@description('True: nobody can remove the vault for good before its retention is over.')
param protectFromPurge bool

@description('Resource id of the workspace that gets its log: who read the secret, and who tried.')
@minLength(1)
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: union({
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    softDeleteRetentionInDays: protectFromPurge ? 90 : 7
    // Azure takes true or nothing: false is refused.
  }, protectFromPurge ? { enablePurgeProtection: true } : {})
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: vault
  properties: logged(workspaceId, ['AuditEvent'])
}

@description('Where the secret is, without a version, so that the app sees a new one by itself.')
output secretUri string = 'https://${vault.name}${environment().suffixes.keyvaultDns}/secrets/${secretName}'
