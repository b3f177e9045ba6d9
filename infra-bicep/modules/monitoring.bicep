metadata description = 'Application Insights on a workspace, and who is told when something is wrong.'

@description('Azure region.')
@minLength(3)
param location string

@description('Tags of every resource.')
param tags object

@description('Environment, part of every name.')
@allowed(['dev', 'production'])
param environmentName string

@description('Who gets the alerts.')
@minLength(5)
param operatorEmail string

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
      // A loop that logs must not cost a fortune in dev; in production a gap in the logs costs more.
      dailyQuotaGb: environmentName == 'production' ? -1 : 1
    }
    features: {
      disableLocalAuth: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-marquee-${environmentName}'
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

@description('Name of the Application Insights component.')
output insightsName string = insights.name

@description('Resource id of the Application Insights component.')
output insightsId string = insights.id

@description('Where telemetry goes. Opens nothing without an identity that has the role.')
output connectionString string = insights.properties.ConnectionString

@description('Resource id of the action group.')
output actionGroupId string = actionGroup.id
