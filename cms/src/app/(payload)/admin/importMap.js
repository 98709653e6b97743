import { NextNumber as NextNumber_0fcb7250c46f28f5156610e95dd9ad34 } from '../../../../src/acts/NextNumber'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TextLabel as TextLabel_0d8ee115691d743be679d9b43cab8942 } from '../../../../src/forms/RowLabels'
import { EarlierQuestion as EarlierQuestion_7cd3536244df1e283a20a8d81260caf8 } from '../../../../src/forms/EarlierQuestion'
import { EarlierAnswers as EarlierAnswers_7cd3536244df1e283a20a8d81260caf8 } from '../../../../src/forms/EarlierQuestion'
import { QuestionLabel as QuestionLabel_0d8ee115691d743be679d9b43cab8942 } from '../../../../src/forms/RowLabels'
import { StepLabel as StepLabel_0d8ee115691d743be679d9b43cab8942 } from '../../../../src/forms/RowLabels'
import { FileQuestion as FileQuestion_7cd3536244df1e283a20a8d81260caf8 } from '../../../../src/forms/EarlierQuestion'
import { AnyQuestions as AnyQuestions_7cd3536244df1e283a20a8d81260caf8 } from '../../../../src/forms/EarlierQuestion'
import { FormVersions as FormVersions_e7e8c6816ab2c083f8475d408f233e1c } from '../../../../src/forms/FormVersions'
import { ReadingField as ReadingField_dd837d76fff19aa6559741a710662779 } from '../../../../src/readings/ReadingField'
import { ReadingCell as ReadingCell_699b2b689a916c30d76bf05fb885e890 } from '../../../../src/readings/ReadingCell'
import { SynonymLabel as SynonymLabel_d88213e7f87076b6fcd1877a0cfb9d00 } from '../../../../src/search/SynonymLabel'
import { MissedSearches as MissedSearches_11e2468f7f875e49d4fb173871b6e747 } from '../../../../src/search/MissedSearches'
import { Icon as Icon_a893a939ed685484b4bf5d93a9738e52 } from '../../../../src/admin/Mark'
import { Logo as Logo_a893a939ed685484b4bf5d93a9738e52 } from '../../../../src/admin/Mark'
import { DeskToday as DeskToday_afbecf7a3962a89a69e153dc5780f4a7 } from '../../../../src/registry/DeskToday'
import { Waiting as Waiting_ef9a82b7aa5f4f704856ccbb4817964a } from '../../../../src/admin/Waiting'
import { DeskLinks as DeskLinks_c3b34d47d20d53bbca06a9f42bf36714 } from '../../../../src/registry/DeskLinks'
import { ReportLinks as ReportLinks_37e1951f173258ffc807bcb2b2754841 } from '../../../../src/reports/ReportLinks'
import { CounterEntryView as CounterEntryView_c060378e3ebf08ee02932221a75976f1 } from '../../../../src/registry/CounterEntryView'
import { CalendarView as CalendarView_2f2491f692bef8a518529ee397731ffc } from '../../../../src/registry/CalendarView'
import { FiguresView as FiguresView_4c18676da1ba3d6d4d2edd9caa7cfe85 } from '../../../../src/registry/FiguresView'
import { LettersView as LettersView_f8a0dc04cd9e15f61725f02d76e58789 } from '../../../../src/registry/LettersView'
import { LeavesView as LeavesView_5348fb33b24933df5d821de1581f0506 } from '../../../../src/registry/LeavesView'
import { PapersView as PapersView_76e6b9a3c2fb31ad01bd0a33c75df0da } from '../../../../src/registry/PapersView'
import { EntryView as EntryView_169b36d9e3bddf334ac05a28f5f143a7 } from '../../../../src/registry/EntryView'
import { ModerationQueue as ModerationQueue_c1356ff905013e1afffcf85a31549474 } from '../../../../src/reports/ModerationQueue'
import { ReportView as ReportView_01c2d75263b21809e14a9a024d7fe5ba } from '../../../../src/reports/ReportView'
import { ReportsDesk as ReportsDesk_adbd7f2df63fe4d14e3cfa1689c0472a } from '../../../../src/reports/ReportsDesk'
import { WorkQueue as WorkQueue_fb764301398ac2fa5bf58df8d2a233b6 } from '../../../../src/registry/WorkQueue'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/acts/NextNumber#NextNumber": NextNumber_0fcb7250c46f28f5156610e95dd9ad34,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/forms/RowLabels#TextLabel": TextLabel_0d8ee115691d743be679d9b43cab8942,
  "/src/forms/EarlierQuestion#EarlierQuestion": EarlierQuestion_7cd3536244df1e283a20a8d81260caf8,
  "/src/forms/EarlierQuestion#EarlierAnswers": EarlierAnswers_7cd3536244df1e283a20a8d81260caf8,
  "/src/forms/RowLabels#QuestionLabel": QuestionLabel_0d8ee115691d743be679d9b43cab8942,
  "/src/forms/RowLabels#StepLabel": StepLabel_0d8ee115691d743be679d9b43cab8942,
  "/src/forms/EarlierQuestion#FileQuestion": FileQuestion_7cd3536244df1e283a20a8d81260caf8,
  "/src/forms/EarlierQuestion#AnyQuestions": AnyQuestions_7cd3536244df1e283a20a8d81260caf8,
  "/src/forms/FormVersions#FormVersions": FormVersions_e7e8c6816ab2c083f8475d408f233e1c,
  "/src/readings/ReadingField#ReadingField": ReadingField_dd837d76fff19aa6559741a710662779,
  "/src/readings/ReadingCell#ReadingCell": ReadingCell_699b2b689a916c30d76bf05fb885e890,
  "/src/search/SynonymLabel#SynonymLabel": SynonymLabel_d88213e7f87076b6fcd1877a0cfb9d00,
  "/src/search/MissedSearches#MissedSearches": MissedSearches_11e2468f7f875e49d4fb173871b6e747,
  "/src/admin/Mark#Icon": Icon_a893a939ed685484b4bf5d93a9738e52,
  "/src/admin/Mark#Logo": Logo_a893a939ed685484b4bf5d93a9738e52,
  "/src/registry/DeskToday#DeskToday": DeskToday_afbecf7a3962a89a69e153dc5780f4a7,
  "/src/admin/Waiting#Waiting": Waiting_ef9a82b7aa5f4f704856ccbb4817964a,
  "/src/registry/DeskLinks#DeskLinks": DeskLinks_c3b34d47d20d53bbca06a9f42bf36714,
  "/src/reports/ReportLinks#ReportLinks": ReportLinks_37e1951f173258ffc807bcb2b2754841,
  "/src/registry/CounterEntryView#CounterEntryView": CounterEntryView_c060378e3ebf08ee02932221a75976f1,
  "/src/registry/CalendarView#CalendarView": CalendarView_2f2491f692bef8a518529ee397731ffc,
  "/src/registry/FiguresView#FiguresView": FiguresView_4c18676da1ba3d6d4d2edd9caa7cfe85,
  "/src/registry/LettersView#LettersView": LettersView_f8a0dc04cd9e15f61725f02d76e58789,
  "/src/registry/LeavesView#LeavesView": LeavesView_5348fb33b24933df5d821de1581f0506,
  "/src/registry/PapersView#PapersView": PapersView_76e6b9a3c2fb31ad01bd0a33c75df0da,
  "/src/registry/EntryView#EntryView": EntryView_169b36d9e3bddf334ac05a28f5f143a7,
  "/src/reports/ModerationQueue#ModerationQueue": ModerationQueue_c1356ff905013e1afffcf85a31549474,
  "/src/reports/ReportView#ReportView": ReportView_01c2d75263b21809e14a9a024d7fe5ba,
  "/src/reports/ReportsDesk#ReportsDesk": ReportsDesk_adbd7f2df63fe4d14e3cfa1689c0472a,
  "/src/registry/WorkQueue#WorkQueue": WorkQueue_fb764301398ac2fa5bf58df8d2a233b6,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
