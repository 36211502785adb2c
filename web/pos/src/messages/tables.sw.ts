import type { tables as english } from './tables.en.js';

/** Texts of tables in Swahili. */
export const tables: Readonly<Record<keyof typeof english, string>> = {
  'table.tables': 'Meza',
  'table.named': 'Meza {name}',
  'table.free': 'wazi',
  'table.taken': 'ina wageni',
  'table.inHand': 'mkononi',
  'table.asOf': 'Mashine nyingine saa {time}',
  'table.notTold': 'Meza za mashine nyingine hazijulikani',
  'table.unknown': 'Hakuna meza {name}.',
  'table.send': 'Tuma jikoni',
  'table.sent': 'Jiko limepata: meza {table}.',
  'table.rowSent': 'Imetumwa jikoni',
  'table.nothingToSend': 'Hakuna kipya cha kutuma jikoni.',
  'table.chooseFirst': 'Chagua meza kwanza.',
  'table.sendFirst': 'Tuma kwanza yaliyo kwenye kikapu kwa oda yake, au uyaondoe.',
  'table.sentStays': 'Jiko tayari limepata hii. Ongeza bidhaa tena kwa nyingine, au ondoa mstari.',
  'table.takeBackWhat': 'Rudisha {name}, ambayo jiko limepata',
  'table.takenBack': 'Imerudishwa mezani',
  'table.settledElsewhere': 'Meza {table} imelipwa kwenye mashine nyingine.',
  'table.changedElsewhere':
    'Mwingine ameendelea na meza {table}. Unachoongeza sasa kinaenda kwenye oda yake; Lipa huonyesha yote.',
  'table.elsewhereOffline': 'Meza {table} ni ya mashine nyingine, na mtandao haupo. Ifungue huko.',
  'table.notInTraining': 'Jiko halisikii mazoezi. Lipisha mauzo, au toka kwenye mazoezi kwanza.',
};
