import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

interface Props<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly keyOf: (item: T, index: number) => string;
  readonly children: (item: T, index: number) => ReactNode;
}

/** Shorter lists are simply there: find-in-page and screen readers see them whole. */
const LONG = 60;
const GUESSED_HEIGHT = 76;

/** A list of which only what is in sight is made, however long it is. */
export function LongList<T>(props: Props<T>) {
  if (props.items.length > LONG) return <VirtualList {...props} />;
  return (
    <ul aria-label={props.label}>
      {props.items.map((item, index) => <li key={props.keyOf(item, index)}>{props.children(item, index)}</li>)}
    </ul>
  );
}

function VirtualList<T>({ items, label, keyOf, children }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const scroller = (): HTMLElement | null => list.current?.closest<HTMLElement>(".tz-main") ?? null;
  useLayoutEffect(() => {
    const main = scroller();
    const top = list.current?.getBoundingClientRect().top ?? 0;
    if (main) setMargin(Math.round(top - main.getBoundingClientRect().top + main.scrollTop));
  });
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: scroller,
    estimateSize: () => GUESSED_HEIGHT,
    overscan: 6,
    scrollMargin: margin,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item, index);
    },
  });
  return (
    <ul ref={list} aria-label={label} style={{ position: "relative", height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={key} ref={virtual.measureElement} data-index={index} aria-setsize={items.length} aria-posinset={index + 1}
            style={{ position: "absolute", top: 0, left: 0, right: 0, transform: `translateY(${start - margin}px)` }}
          >
            {children(item, index)}
          </li>
        );
      })}
    </ul>
  );
}
