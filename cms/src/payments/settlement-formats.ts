import { foldHead } from './fold-head.ts'

/** Who sends a report of what they have settled. */
export const settlementSources = ['netopia', 'euplatesc', 'ghiseul'] as const
export type SettlementSource = (typeof settlementSources)[number]

/** By which column heads a report is read: any of the words, folded; the first that is there counts. */
export type SettlementColumns = {
  /** The order of the payment at a gateway; series and number of the paper at ghiseul.ro. */
  reference: readonly string[]
  settledOn: readonly string[]
  amount: readonly string[]
  commission: readonly string[]
}

/** Reports differ between gateways and years: another head is another word in this table, or in the field of the screen. */
export const settlementColumns: Record<SettlementSource, SettlementColumns> = {
  netopia: {
    reference: ['order_id', 'orderid', 'id_comanda', 'referinta'],
    settledOn: ['data_decontarii', 'data_tranzactiei', 'data', 'date'],
    amount: ['suma', 'valoare', 'amount'],
    commission: ['comision', 'fee'],
  },
  euplatesc: {
    reference: ['invoice_id', 'id_comanda', 'comanda', 'referinta'],
    settledOn: ['data_decontarii', 'data_tranzactiei', 'data', 'timestamp'],
    amount: ['suma', 'valoare', 'amount'],
    commission: ['comision', 'commission'],
  },
  ghiseul: {
    reference: ['serie_numar', 'proces_verbal', 'document', 'referinta'],
    settledOn: ['data_platii', 'data_tranzactiei', 'data'],
    amount: ['suma', 'valoare', 'suma_platita'],
    commission: ['comision'],
  },
}

/** The report's own heads for what is read of it; null for those it has not. Heads given by hand come first. */
export function columnsOf(
  heads: readonly string[],
  source: SettlementSource,
  byHand: Partial<Record<keyof SettlementColumns, string>> = {},
): Record<keyof SettlementColumns, string | null> {
  const words = settlementColumns[source]
  const find = (name: keyof SettlementColumns) => {
    const given = byHand[name] ? [foldHead(byHand[name])] : []
    return [...given, ...words[name]].find((word) => heads.includes(word)) ?? null
  }
  return {
    reference: find('reference'),
    settledOn: find('settledOn'),
    amount: find('amount'),
    commission: find('commission'),
  }
}
