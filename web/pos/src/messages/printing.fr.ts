import type { printing as english } from './printing.en.js';

/** Texts of printing in French. */
export const printing: Readonly<Record<keyof typeof english, string>> = {
  'printer.way': 'Les reçus sont imprimés par',
  'printer.way.browser': 'Les imprimantes de l’appareil',
  'printer.way.usb': 'Imprimante à reçus, USB',
  'printer.way.serial': 'Imprimante à reçus, port série',
  'printer.paper': 'Largeur du papier',
  'printer.codepage': 'Caractères de l’imprimante',
  'printer.cut': 'Coupe',
  'printer.cut.none': 'Aucune',
  'printer.cut.partial': 'Partielle',
  'printer.cut.full': 'Complète',
  'printer.drawer': 'Les espèces ouvrent le tiroir',
  'printer.speed': 'Vitesse du port',
  'printer.choose': 'Choisir l’imprimante',
  'printer.chosen': 'Choisie : {name}',
  'printer.notChosen': 'Aucune n’est encore choisie.',
  'printer.unsupported':
    'Ce navigateur n’atteint pas une telle imprimante. Utilisez Chrome ou Edge, ou les imprimantes de l’appareil.',
  'printer.blocked': 'Le navigateur ne donne aucune imprimante. Autorisez-le dans les réglages de cette page.',
  'printer.test': 'Imprimer un essai',
  'print.failedTitle': 'Non imprimés',
  'print.again': 'Encore',
  'print.forget': 'Laisser',
  'print.why.not_chosen': 'Aucune imprimante n’est choisie. Choisissez-la dans les réglages.',
  'print.why.not_found': 'L’imprimante est éteinte ou débranchée.',
  'print.why.unsupported': 'Ce navigateur n’atteint pas l’imprimante.',
  'print.why.refused': 'L’imprimante a interrompu. Un autre programme l’utilise peut-être.',
  'print.why.no_answer': 'L’imprimante n’a rien pris. Regardez le papier et le capot.',
};
