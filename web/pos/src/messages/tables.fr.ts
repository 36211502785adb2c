import type { tables as english } from './tables.en.js';

/** Texts of tables in French. */
export const tables: Readonly<Record<keyof typeof english, string>> = {
  'table.tables': 'Tables',
  'table.named': 'Table {name}',
  'table.free': 'libre',
  'table.taken': 'occupée',
  'table.inHand': 'en main',
  'table.asOf': 'Autres caisses à {time}',
  'table.notTold': 'Tables des autres caisses inconnues',
  'table.unknown': 'Il n’y a pas de table {name}.',
  'table.send': 'Envoyer',
  'table.sent': 'En cuisine : table {table}.',
  'table.rowSent': 'Envoyé en cuisine',
  'table.nothingToSend': 'Il n’y a rien de nouveau pour la cuisine.',
  'table.chooseFirst': 'Choisissez d’abord la table.',
  'table.sendFirst': 'Envoyez d’abord le panier vers sa commande, ou videz-le.',
  'table.sentStays': 'La cuisine l’a déjà. Ajoutez l’article encore une fois pour en avoir plus, ou retirez la ligne.',
  'table.takeBackWhat': 'Reprendre {name}, déjà en cuisine',
  'table.takenBack': 'Repris à la table',
  'table.settledElsewhere': 'La table {table} a été réglée à une autre caisse.',
  'table.changedElsewhere':
    'La table {table} a été continuée ailleurs. Ce que vous ajoutez va à sa commande ; Payer montre tout.',
  'table.elsewhereOffline': 'La table {table} est à une autre caisse et le réseau est absent. Ouvrez-la là-bas.',
  'table.notInTraining':
    'La cuisine n’entend rien de la formation. Encaissez la vente, ou quittez d’abord la formation.',
};
