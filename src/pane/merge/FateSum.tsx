import type { Fate, FateSum as Sum } from "../../core/round/fate";
import { Disclosure } from "../Disclosure";
import { usePane } from "../usePane";

const TAKEN: readonly Fate[] = ["accepted", "composed", "unchanged"];
const OPEN: readonly Fate[] = ["conflict", "proposal"];
const BACK: readonly Fate[] = ["rejected", "unread"];

/** 返回 n = 采纳 + 待定 + 退回; opened, the eight fates and what each means. Nothing is lost on the way. */
export function FateSum({ sum }: { readonly sum: Sum }) {
  const { words } = usePane();
  const total = (fates: readonly Fate[]): number => fates.reduce((count, fate) => count + sum[fate], 0);
  const [taken, open, back] = [total(TAKEN), total(OPEN), total(BACK)];
  const label = (
    <span className="tz-grow tz-tight" style={{ gap: 0 }}>
      <span className="tz-sum">{terms(words.merge.sumLine(sum.cells - sum.frame, taken, open, back)).map((term) => <span key={term}>{term} </span>)}</span>
      <span className="tz-soft">{words.merge.sumUnit} · {words.merge.sumExplain}</span>
    </span>
  );
  return (
    <Disclosure label={label}>
      {() => (
        <>
          <table className="tz-table">
            <tbody>
              <FatePart name={words.merge.taken} count={taken} fates={TAKEN} sum={sum} />
              <FatePart name={words.merge.open} count={open} fates={OPEN} sum={sum} />
              <FatePart name={words.merge.back} count={back} fates={BACK} sum={sum} />
            </tbody>
          </table>
          <p className="tz-soft">{words.merge.frameNote(sum.frame, sum.cells)}</p>
        </>
      )}
    </Disclosure>
  );
}

/** A line may break before a sign, never within a term. */
function terms(line: string): readonly string[] {
  return line.split(/ (?=[=+])/u);
}

interface PartProps {
  readonly name: string;
  readonly count: number;
  readonly fates: readonly Fate[];
  readonly sum: Sum;
}

function FatePart({ name, count, fates, sum }: PartProps) {
  const { words } = usePane();
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td className="tz-num tz-strong" style={{ width: 56 }}>{count}</td>
      </tr>
      {fates.map((fate) => {
        const [title, meaning] = words.merge.fate[fate];
        return (
          <tr key={fate}>
            <td style={{ paddingLeft: 12 }}>{title}<br /><span className="tz-soft">{meaning}</span></td>
            <td className="tz-num">{sum[fate]}</td>
          </tr>
        );
      })}
    </>
  );
}
