metadata description = 'Types and functions that several files share.'

@export()
@description('Which environment a resource belongs to.')
type Environment = 'dev' | 'production'

@export()
@description('Tags of every resource; azd-env-name is what azd finds them by.')
type Tags = {
  application: string
  environment: Environment
  'azd-env-name': string
}

@export()
@description('Instances of an app that are kept warm: http, or function:<lower-case function>.')
type WarmInstances = {
  name: string
  @minValue(1)
  instanceCount: int
}

@export()
@description('Request units per second up to which containers scale: default, and others by name.')
type Throughput = {
  @minValue(1000)
  default: int
  @minValue(1000)
  *: int
}

@export()
@description('Row of a context in contexts.json: what it may reach.')
@sealed()
type Access = {
  writes: string[]
  reads: string[]
  receivesFrom: string[]
  sendsTo: string[]
  publishes: bool
  readsPaymentSecret: bool
  readsTicketKeys: bool
  sendsMail: bool
}

@export()
@description('A user-assigned identity.')
type Identity = {
  id: string
  clientId: string
  principalId: string
}

@export()
@description('Host name of one\'s own, and the certificate for it: the address of a secret in the key vault of this environment.')
@sealed()
type GatewayDomain = {
  @minLength(4)
  hostName: string
  @minLength(20)
  certificateSecretUri: string
}

@export()
@description('What the host scales a queue\'s function by: its right to listen (in steps), or to manage (the length of the queue as well).')
type QueueRight = 'listen' | 'manage'

@export()
@description('What the web page reads as /config.json.')
type WebConfig = {
  apiUrl: string
  issuer: string
  clientId: string
  payment: {
    kind: 'toss'
    clientKey: string
  }
}

type Assignment = {
  roleDefinitionId: string
  principalId: string
  principalType: 'ServicePrincipal'
}

@export()
@description('Gives a built-in role to an identity. Without the type, a role for an identity that was made a moment ago is refused.')
func assigned(roleId string, principalId string) Assignment => {
  roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
  principalId: principalId
  principalType: 'ServicePrincipal'
}

type LogsToWorkspace = {
  workspaceId: string
  logs: { category: string, enabled: bool }[]
}

@export()
@description('Diagnostic settings: these categories of a resource\'s own log, to the workspace.')
func logged(workspaceId string, categories string[]) LogsToWorkspace => {
  workspaceId: workspaceId
  logs: map(categories, c => { category: c, enabled: true })
}
