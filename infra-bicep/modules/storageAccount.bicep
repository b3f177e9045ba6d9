metadata description = 'A storage account with one container, and no keys.'

import { Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Name of the account, a host name.')
@minLength(3)
@maxLength(24)
param accountName string

@description('True: a copy in each of three zones. Choose before the first deployment.')
param zoneRedundant bool

@description('Name of its container.')
@minLength(3)
@maxLength(63)
param containerName string

@description('Blobs are deleted so many days after they were written; 0 keeps them.')
@minValue(0)
@maxValue(3650)
param deleteAfterDays int = 0

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: accountName
  location: location
  tags: tags
  sku: {
    name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
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
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: containerName
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = if (deleteAfterDays > 0) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'delete-old'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: deleteAfterDays
                }
              }
            }
          }
        }
      ]
    }
  }
}

@description('Resource id of the account.')
output accountId string = account.id

@description('Where its container is.')
output containerUrl string = '${account.properties.primaryEndpoints.blob}${container.name}'
