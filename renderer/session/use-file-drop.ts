import { useEffect, useState } from "react";
import { MAX_FILE_BYTES } from "../../core/planfile/file-format";

/** Hands over the first file that is dropped anywhere on the page. True while a file hovers over it. */
export function useFileDrop(open: (name: string, bytes: Uint8Array) => void): boolean {
  const [isDropping, setIsDropping] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setIsDropping(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsDropping(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsDropping(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      // One byte too many is enough for the gate to say that the file is too large.
      const readable = file.slice(0, MAX_FILE_BYTES + 1);
      void readable.arrayBuffer().then((buffer) => open(file.name, new Uint8Array(buffer)));
    };
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [open]);
  return isDropping;
}
