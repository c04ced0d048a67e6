// The key vault: the key that wraps every data key and never leaves, and two secrets. Only the app's identity may use them.
param name string
param location string
@description('Principal id of the identity that the app runs under.')
param readerId string
param workspaceId string
@secure()
param clientSecret string
@description('Address of the store with its password; empty when modules/store.bicep writes it.')
@secure()
param mongoUri string

// Built-in roles: Key Vault Crypto User, Key Vault Secrets User.
var cryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    // Losing the key is losing every text: nobody can purge it for 90 days.
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'samtal'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'client-secret'
  properties: {
    value: clientSecret
  }
}

resource uri 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(mongoUri)) {
  parent: vault
  name: 'mongo-uri'
  properties: {
    value: mongoUri
  }
}

resource useKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerId, cryptoUser)
  scope: vault
  properties: {
    principalId: readerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoUser)
  }
}

resource readSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerId, secretsUser)
  scope: vault
  properties: {
    principalId: readerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output name string = vault.name
output keyUrl string = '${vault.properties.vaultUri}keys/${key.name}'
output clientSecretUrl string = '${vault.properties.vaultUri}secrets/client-secret'
output mongoUriUrl string = '${vault.properties.vaultUri}secrets/mongo-uri'
