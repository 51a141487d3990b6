<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BundleText</name>
    <message numerus="yes">
        <source>%Ln event(s) of %1: %2 new, %3 known already.</source>
        <translation>
            <numerusform>%Ln event of %1: %2 new, %3 known already.</numerusform>
            <numerusform>%Ln events of %1: %2 new, %3 known already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>Not found at %n source(s)</source>
        <translation>
            <numerusform>Not found at %n source</numerusform>
            <numerusform>Not found at %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlowReading</name>
    <message numerus="yes">
        <source>%Ln record(s): open</source>
        <translation>
            <numerusform>%Ln record: open</numerusform>
            <numerusform>%Ln records: open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 could not be read (line(s) %3).</source>
        <translation>
            <numerusform>%1 of %2 could not be read (line %3).</numerusform>
            <numerusform>%1 of %2 could not be read (lines %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersHtml</name>
    <message numerus="yes">
        <source>Measured on %Ln record(s) that have two or more independent first votes.</source>
        <translation>
            <numerusform>Measured on %Ln record that has two or more independent first votes.</numerusform>
            <numerusform>Measured on %Ln records that have two or more independent first votes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vote(s) left out: given after the record was opened.</source>
        <translation>
            <numerusform>%Ln vote is left out: it came after the record was opened.</numerusform>
            <numerusform>%Ln votes are left out: they came after the record was opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchHtml</name>
    <message numerus="yes">
        <source>and %Ln part(s) more</source>
        <translation>
            <numerusform>and %Ln part more</numerusform>
            <numerusform>and %Ln parts more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) fetch them</source>
        <translation>
            <numerusform>%Ln request fetches them</numerusform>
            <numerusform>%Ln requests fetch them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) left to your key</source>
        <translation>
            <numerusform>%Ln request is left to your key</numerusform>
            <numerusform>%Ln requests are left to your key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln abstract(s) found elsewhere</source>
        <translation>
            <numerusform>%Ln abstract found elsewhere</numerusform>
            <numerusform>%Ln abstracts found elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were no records; see Imports</source>
        <translation>
            <numerusform>%Ln entry was no record; see Imports</numerusform>
            <numerusform>%Ln entries were no records; see Imports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::AgreementPane</name>
    <message numerus="yes">
        <source>%Ln records drawn at %1: every reviewer reads them first.</source>
        <translation>
            <numerusform>%Ln record drawn at %1: every reviewer reads it first.</numerusform>
            <numerusform>%Ln records drawn at %1: every reviewer reads them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::AppraisalPane</name>
    <message numerus="yes">
        <source>, %Ln in dispute</source>
        <translation>
            <numerusform>, %Ln in dispute</numerusform>
            <numerusform>, %Ln in dispute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %Ln difference(s) as shown  Ctrl+Shift+Return</source>
        <translation>
            <numerusform>Settle %Ln difference as shown  Ctrl+Shift+Return</numerusform>
            <numerusform>Settle %Ln differences as shown  Ctrl+Shift+Return</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) settled.</source>
        <translation>
            <numerusform>%Ln difference settled.</numerusform>
            <numerusform>%Ln differences settled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::BulkDialog</name>
    <message numerus="yes">
        <source>Finds %Ln record(s). You can still decide on %1 of them at %2.</source>
        <translation>
            <numerusform>Finds %Ln record. You can still decide on %1 of them at %2.</numerusform>
            <numerusform>Finds %Ln records. You can still decide on %1 of them at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln record(s)</source>
        <translation>
            <numerusform>%1 %Ln record</numerusform>
            <numerusform>%1 %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::DecideQuestion</name>
    <message numerus="yes">
        <source>Looking at %Ln record(s) ...</source>
        <translation>
            <numerusform>Looking at %Ln record ...</numerusform>
            <numerusform>Looking at %Ln records ...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the chosen record(s) you have not decided yet.</source>
        <translation>
            <numerusform>%Ln of the chosen records you have not decided yet.</numerusform>
            <numerusform>%Ln of the chosen records you have not decided yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln you have decided so already.</source>
        <translation>
            <numerusform>%Ln you have decided so already.</numerusform>
            <numerusform>%Ln you have decided so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not yours to decide at this stage now.</source>
        <translation>
            <numerusform>%Ln is not yours to decide at this stage now.</numerusform>
            <numerusform>%Ln are not yours to decide at this stage now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the %Ln that you decided differently</source>
        <translation>
            <numerusform>Change the %Ln that you decided differently</numerusform>
            <numerusform>Change the %Ln that you decided differently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln record(s)</source>
        <translation>
            <numerusform>%1 %Ln record</numerusform>
            <numerusform>%1 %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::DuplicatesStep</name>
    <message numerus="yes">
        <source>%Ln safe merge(s)</source>
        <translation>
            <numerusform>%Ln safe merge</numerusform>
            <numerusform>%Ln safe merges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs to judge</source>
        <translation>
            <numerusform>%Ln pair to judge</numerusform>
            <numerusform>%Ln pairs to judge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln group(s) of %1 records. Nothing was deleted.</source>
        <translation>
            <numerusform>Made %Ln group of %1 records. Nothing was deleted.</numerusform>
            <numerusform>Made %Ln groups of %1 records. Nothing was deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::ExtractionPane</name>
    <message numerus="yes">
        <source>, %Ln needed</source>
        <translation>
            <numerusform>, %Ln needed</numerusform>
            <numerusform>, %Ln needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln in dispute</source>
        <translation>
            <numerusform>, %Ln in dispute</numerusform>
            <numerusform>, %Ln in dispute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::FacetPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::HistoryPane</name>
    <message numerus="yes">
        <source>Noted %Ln hit(s) at %1.</source>
        <translation>
            <numerusform>Noted %Ln hit at %1.</numerusform>
            <numerusform>Noted %Ln hits at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::ImportPane</name>
    <message numerus="yes">
        <source>Also take the %Ln decision(s) of a screening tool in it</source>
        <translation>
            <numerusform>Also take the %Ln decision of a screening tool in it</numerusform>
            <numerusform>Also take the %Ln decisions of a screening tool in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln decision(s) taken</source>
        <translation>
            <numerusform>; %Ln decision taken</numerusform>
            <numerusform>; %Ln decisions taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::ImportsPane</name>
    <message numerus="yes">
        <source>%Ln corrected record(s) imported</source>
        <translation>
            <numerusform>%Ln corrected record imported</numerusform>
            <numerusform>%Ln corrected records imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln could not be read even now.</source>
        <translation>
            <numerusform>; %Ln could not be read even now.</numerusform>
            <numerusform>; %Ln could not be read even now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln rejected record(s) to %1.</source>
        <translation>
            <numerusform>Wrote %Ln rejected record to %1.</numerusform>
            <numerusform>Wrote %Ln rejected records to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::LabelQuestion</name>
    <message numerus="yes">
        <source>%Ln record(s) chosen.</source>
        <translation>
            <numerusform>%Ln record chosen.</numerusform>
            <numerusform>%Ln records chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have this label already.</source>
        <translation>
            <numerusform>%Ln of them has this label already.</numerusform>
            <numerusform>%Ln of them have this label already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::LabelsDialog</name>
    <message numerus="yes">
        <source>%1 is %2 now on %Ln record(s).</source>
        <translation>
            <numerusform>%1 is %2 now on %Ln record.</numerusform>
            <numerusform>%1 is %2 now on %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was taken from %Ln record(s).</source>
        <translation>
            <numerusform>%1 was taken from %Ln record.</numerusform>
            <numerusform>%1 was taken from %Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::LogStep</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts undone. Ctrl+Shift+Z brings them back one by one.</source>
        <translation>
            <numerusform>%Ln act undone. Ctrl+Shift+Z brings it back.</numerusform>
            <numerusform>%Ln acts undone. Ctrl+Shift+Z brings them back one by one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts of yours are taken back: this one and all that you did after it.</source>
        <translation>
            <numerusform>%Ln act of yours is taken back: this one.</numerusform>
            <numerusform>%Ln acts of yours are taken back: this one and all that you did after it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln entries to %1.</source>
        <translation>
            <numerusform>Wrote %Ln entry to %1.</numerusform>
            <numerusform>Wrote %Ln entries to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::OnlinePane</name>
    <message numerus="yes">
        <source>%Ln record(s) have come</source>
        <translation>
            <numerusform>%Ln record has come</numerusform>
            <numerusform>%Ln records have come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) from %1</source>
        <translation>
            <numerusform>%Ln record from %1</numerusform>
            <numerusform>%Ln records from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::PageSide</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::RecordListPane</name>
    <message numerus="yes">
        <source>Label %1 is %2 now on %Ln record(s).</source>
        <translation>
            <numerusform>Label %1 is %2 now on %Ln record.</numerusform>
            <numerusform>Label %1 is %2 now on %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %1 was taken from %Ln record(s).</source>
        <translation>
            <numerusform>Label %1 was taken from %Ln record.</numerusform>
            <numerusform>Label %1 was taken from %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) labelled %1.</source>
        <translation>
            <numerusform>%Ln record labelled %1.</numerusform>
            <numerusform>%Ln records labelled %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %1 taken from %Ln record(s).</source>
        <translation>
            <numerusform>Label %1 taken from %Ln record.</numerusform>
            <numerusform>Label %1 taken from %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln record(s) at %2.</source>
        <translation>
            <numerusform>%1: %Ln record at %2.</numerusform>
            <numerusform>%1: %Ln records at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln record(s) to %1.</source>
        <translation>
            <numerusform>Wrote %Ln record to %1.</numerusform>
            <numerusform>Wrote %Ln records to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln citation key(s) copied.</source>
        <translation>
            <numerusform>%Ln citation key copied.</numerusform>
            <numerusform>%Ln citation keys copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be decided</source>
        <translation>
            <numerusform>%Ln record could not be decided</numerusform>
            <numerusform>%Ln records could not be decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::ReportModel</name>
    <message numerus="yes">
        <source>%n PDF(s) missing or changed</source>
        <translation>
            <numerusform>%n PDF missing or changed</numerusform>
            <numerusform>%n PDFs missing or changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDF(s)</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::RetrievalPane</name>
    <message numerus="yes">
        <source>%Ln report(s) without a PDF. Open copies are looked for at Unpaywall, OpenAlex, Europe PMC, arXiv and CORE; a folder of PDFs can also be dropped here.</source>
        <translation>
            <numerusform>%Ln report without a PDF. Open copies are looked for at Unpaywall, OpenAlex, Europe PMC, arXiv and CORE; a folder of PDFs can also be dropped here.</numerusform>
            <numerusform>%Ln reports without a PDF. Open copies are looked for at Unpaywall, OpenAlex, Europe PMC, arXiv and CORE; a folder of PDFs can also be dropped here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for open copies of %Ln report(s).</source>
        <translation>
            <numerusform>Looked for open copies of %Ln report.</numerusform>
            <numerusform>Looked for open copies of %Ln reports.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF(s) attached.</source>
        <translation>
            <numerusform>%Ln PDF attached.</numerusform>
            <numerusform>%Ln PDFs attached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::ScreeningStep</name>
    <message numerus="yes">
        <source>%Ln record(s) decided in bulk.</source>
        <translation>
            <numerusform>%Ln record decided in bulk.</numerusform>
            <numerusform>%Ln records decided in bulk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::SharedFolder</name>
    <message numerus="yes">
        <source>%Ln new entries of others came through the shared folder.</source>
        <translation>
            <numerusform>%Ln new entry of others came through the shared folder.</numerusform>
            <numerusform>%Ln new entries of others came through the shared folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::StoppingPage</name>
    <message numerus="yes">
        <source>%Ln record(s) drawn: they come first in every work list. When all are screened, the sample says what they tell.</source>
        <translation>
            <numerusform>%Ln record drawn: it comes first in every work list. When it is screened, the sample says what it tells.</numerusform>
            <numerusform>%Ln records drawn: they come first in every work list. When all are screened, the sample says what they tell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::StudiesPane</name>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln report</numerusform>
            <numerusform>%Ln reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln study(s) in %1</source>
        <translation>
            <numerusform>%Ln study in %1</numerusform>
            <numerusform>%Ln studies in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reports are one study now: %1.</source>
        <translation>
            <numerusform>%Ln report is one study now: %1.</numerusform>
            <numerusform>%Ln reports are one study now: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) are of the study %1 now.</source>
        <translation>
            <numerusform>%Ln report is of the study %1 now.</numerusform>
            <numerusform>%Ln reports are of the study %1 now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::TablesPane</name>
    <message numerus="yes">
        <source>%Ln in no row yet: drag onto one, or Return</source>
        <translation>
            <numerusform>%Ln in no row yet: drag onto one, or Return</numerusform>
            <numerusform>%Ln in no row yet: drag onto one, or Return</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows share the cell.</source>
        <translation>
            <numerusform>%Ln row has the cell.</numerusform>
            <numerusform>%Ln rows share the cell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies are linked to the row.</source>
        <translation>
            <numerusform>%Ln study is linked to the row.</numerusform>
            <numerusform>%Ln studies are linked to the row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::WordsPane</name>
    <message numerus="yes">
        <source>%1: %Ln record(s) here</source>
        <translation>
            <numerusform>%1: %Ln record here</numerusform>
            <numerusform>%1: %Ln records here</numerusform>
        </translation>
    </message>
</context>
</TS>
