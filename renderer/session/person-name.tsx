import { useTranslation } from "react-i18next";
import { namePerson } from "./cell-text";
import classes from "./person-name.module.css";
import { usePerson } from "./use-person";

interface PersonNameProps {
  readonly personId: string;
  readonly personName: string;
}

/** Who did something. Where there is little room the name is cut, never the mark that says that it is oneself. */
export function PersonName({ personId, personName }: PersonNameProps) {
  const { t } = useTranslation();
  const { data: person } = usePerson();
  const ownId = person?.personId ?? null;
  const said = namePerson({ personId, personName }, ownId, t);
  const isMarked = personId === ownId && personName !== "";
  return (
    <span className={classes.person} title={said}>
      <span className={classes.name}>{isMarked ? personName : said}</span>
      {isMarked && <span className={classes.mark}> {t("history.youMark")}</span>}
    </span>
  );
}
