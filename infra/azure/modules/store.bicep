// Azure Cosmos DB for MongoDB (vCore), and its address as a secret in the vault. Leave it out by giving main.bicep an address of your own.
param name string
param location string
@secure()
param password string
@description('Vault that keeps the address.')
param vaultName string

var user = 'samtal'

resource cluster 'Microsoft.DocumentDB/mongoClusters@2024-07-01' = {
  name: name
  location: location
  properties: {
    administrator: {
      userName: user
      password: password
    }
    serverVersion: '7.0'
    compute: {
      tier: 'M30'
    }
    storage: {
      sizeGb: 128
    }
    sharding: {
      shardCount: 1
    }
    highAvailability: {
      targetMode: 'ZoneRedundantPreferred'
    }
  }
}

// Container Apps without a network of their own come from Azure's addresses. The store still asks for the password and TLS.
resource fromAzure 'Microsoft.DocumentDB/mongoClusters/firewallRules@2024-07-01' = {
  parent: cluster
  name: 'azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource uri 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'mongo-uri'
  properties: {
    value: 'mongodb+srv://${user}:${uriComponent(password)}@${cluster.name}.mongocluster.cosmos.azure.com/?tls=true&authMechanism=SCRAM-SHA-256&retrywrites=false&maxIdleTimeMS=120000'
  }
}
