// Samtal on Azure: one container app, a MongoDB-compatible store, a key vault with the key that wraps all data keys, the bot's registration and
// the alerts. Names nothing of Microsoft 365 itself: the app registration is in infra/entra. Not compiled yet, see README.md.
targetScope = 'resourceGroup'

@description('Short name that every resource begins with.')
@minLength(3)
@maxLength(12)
param name string = 'samtal'

@description('Region. Choose one in the country or union whose law applies to the talks.')
param location string = resourceGroup().location

@description('Image to run; empty before one has been built, then a page of Microsoft stands in its place.')
param image string = ''

@description('Client id of the app registration (infra/entra). The bot has the same id.')
param clientId string

@description('Secret of the app registration.')
@secure()
param clientSecret string

@description('Id of the Teams app, as in the manifest.')
param teamsAppId string

@description('Tenants that may sign in. The first is the one the app is registered in.')
@minLength(1)
param tenants array = [
  tenant().tenantId
]

@description('Mailbox that sends reminders: mail address or object id.')
param mailFrom string

@description('A MongoDB-compatible server to use instead of making one; empty: make one.')
@secure()
param mongoUri string = ''

@description('Administrator password of the store that is made. Not used when mongoUri is given.')
@secure()
param storePassword string = ''

@description('Who gets the alerts.')
param alertMail string

var suffix = uniqueString(resourceGroup().id, name)
var makeStore = empty(mongoUri)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module log 'modules/log.bicep' = {
  name: 'log'
  params: {
    name: name
    location: location
  }
}

module store 'modules/store.bicep' = if (makeStore) {
  name: 'store'
  params: {
    name: '${name}-${suffix}'
    location: location
    password: storePassword
    vaultName: vault.outputs.name
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${name}-${suffix}', 24)
    location: location
    readerId: identity.properties.principalId
    workspaceId: log.outputs.workspaceId
    clientSecret: clientSecret
    mongoUri: mongoUri
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: '${name}${suffix}'
    location: location
    pullerId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    identityId: identity.id
    identityClientId: identity.properties.clientId
    registryServer: registry.outputs.server
    workspaceName: log.outputs.workspaceName
    clientId: clientId
    teamsAppId: teamsAppId
    tenants: tenants
    mailFrom: mailFrom
    keyUrl: vault.outputs.keyUrl
    clientSecretUrl: vault.outputs.clientSecretUrl
    mongoUriUrl: vault.outputs.mongoUriUrl
  }
  // The store writes its address into the vault; when it is not made, nothing is waited for.
  dependsOn: [
    store
  ]
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${suffix}'
    clientId: clientId
    tenantId: tenants[0]
    endpoint: 'https://${app.outputs.domain}/api/messages'
  }
}

module alert 'modules/alert.bicep' = {
  name: 'alert'
  params: {
    name: name
    location: location
    appId: app.outputs.id
    workspaceId: log.outputs.workspaceId
    mail: alertMail
  }
}

// Read back by the Agents Toolkit into its environment file (teamsapp.yml).
output TAB_DOMAIN string = app.outputs.domain
output TAB_ENDPOINT string = 'https://${app.outputs.domain}'
output CONTAINER_APP_NAME string = app.outputs.name
output REGISTRY_NAME string = registry.outputs.name
