import type { ReportCategory } from '@avizier/cms/reports'

/** Categories under the headings of the clerk, in the clerk's order. */
export function groupedCategories(
  categories: readonly ReportCategory[],
): { label: string; categories: ReportCategory[] }[] {
  const groups = new Map<string, ReportCategory[]>()
  for (const category of categories) groups.set(category.group, [...(groups.get(category.group) ?? []), category])
  return [...groups].map(([label, members]) => ({ label, categories: members }))
}
