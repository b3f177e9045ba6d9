metadata description = 'Application Insights on a workspace, and who is told when something is wrong.'

import { Environment, Tags } from 'types.bicep'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags Tags

@description('Environment, part of every name.')
param environmentName Environment

@description('Name of the Application Insights component.')
@minLength(1)
param insightsName string

@description('Who gets the alerts.')
@minLength(5)
param operatorEmail string

@description('Gigabytes that the workspace takes in a day. What comes beyond is lost, so it has to be enough for an on-sale.')
@minValue(1)
@maxValue(1000)
param dailyCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-marquee-${environmentName}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: environmentName == 'production' ? 90 : 30
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
    features: {
      disableLocalAuth: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // With this the instrumentation key in the connection string is an address, not a key.
    DisableLocalAuth: true
  }
}

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-marquee-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'marquee'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: operatorEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Resource id of the Application Insights component.')
output insightsId string = insights.id

@description('Where telemetry goes. Opens nothing without an identity that has the role.')
output connectionString string = insights.properties.ConnectionString

@description('Resource id of the action group.')
output actionGroupId string = actionGroup.id
