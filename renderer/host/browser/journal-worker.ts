import { expose } from "comlink";
import { JOURNAL_FOLDER } from "./journal-folder";
import { JournalWriter } from "./journal-writer";
import { openPrivateFolder } from "./opfs";

/** Where journals are written: browsers allow appending to a file in workers only. */
expose(new JournalWriter(() => openPrivateFolder(JOURNAL_FOLDER)));
