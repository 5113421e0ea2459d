import type {
  ActionIconProps,
  ButtonProps,
  CSSVariablesResolver,
  MantineColorsTuple,
  MenuProps,
  ModalProps,
  PopoverProps,
  SegmentedControlProps,
  SelectProps,
  SliderProps,
  SwitchProps,
  TextInputProps,
  TooltipProps,
} from "@mantine/core";
import { createTheme } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#e8f0fe",
  "#cfe0fc",
  "#a3c4f9",
  "#79b0ff",
  "#4b8ef2",
  "#2f7cee",
  "#1f6feb",
  "#175cd3",
  "#124caf",
  "#0c3a8a",
];

/** Text, borders and surfaces of tokens.css's dark theme, where Mantine looks for them. */
const dark: MantineColorsTuple = [
  "#e6eaf0",
  "#c9d1dc",
  "#98a4b5",
  "#77849a",
  "#3a475b",
  "#263040",
  "#1a222e",
  "#161c25",
  "#131922",
  "#0f141b",
];

/** Durations stay at 120 ms, and at nothing where people ask for less motion. */
const transition = { transitionProps: { duration: 100 } };

const byDefault = <P extends object>(defaultProps: Partial<P>) => ({ defaultProps });

export const mantineTheme = createTheme({
  primaryColor: "accent",
  primaryShade: 6,
  colors: { accent, dark },
  fontFamily: "var(--font)",
  headings: { fontFamily: "var(--font)" },
  fontSizes: { xs: "12px", sm: "13px", md: "13px", lg: "14px", xl: "16px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45" },
  defaultRadius: 6,
  respectReducedMotion: true,
  focusRing: "auto",
  cursorType: "pointer",
  // Told by their types alone: naming the components themselves would put all of them into the first load.
  components: {
    ActionIcon: byDefault<ActionIconProps>({ variant: "subtle", color: "gray", size: 28 }),
    Button: byDefault<ButtonProps>({ size: "xs", variant: "default" }),
    Menu: byDefault<MenuProps>({ shadow: "none", ...transition }),
    Modal: byDefault<ModalProps>({ centered: true, shadow: "none", size: "sm", ...transition }),
    Popover: byDefault<PopoverProps>({ shadow: "none", ...transition }),
    SegmentedControl: byDefault<SegmentedControlProps>({ size: "xs", transitionDuration: 100 }),
    Select: byDefault<SelectProps>({ size: "xs", comboboxProps: { shadow: "none" } }),
    Slider: byDefault<SliderProps>({ size: 4, thumbSize: 14 }),
    Switch: byDefault<SwitchProps>({ size: "xs" }),
    TextInput: byDefault<TextInputProps>({ size: "xs" }),
    Tooltip: byDefault<TooltipProps>({ openDelay: 300, withArrow: false, ...transition }),
  },
});

/** Lets Mantine's components follow the tokens of tokens.css in both colour schemes. */
export const followTokens: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--panel)",
    "--mantine-color-text": "var(--text)",
    "--mantine-color-dimmed": "var(--dim)",
    "--mantine-color-placeholder": "var(--dim)",
    "--mantine-color-anchor": "var(--accent-text)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-default": "var(--panel)",
    "--mantine-color-default-hover": "var(--hover)",
    "--mantine-color-default-color": "var(--text)",
    "--mantine-color-default-border": "var(--line)",
    "--mantine-color-gray-light": "var(--hover)",
    "--mantine-color-gray-light-hover": "var(--hover)",
    "--mantine-color-gray-light-color": "var(--text-soft)",
    "--mantine-color-disabled": "var(--pill-bg)",
    "--mantine-color-disabled-color": "var(--ghost)",
    "--mantine-color-disabled-border": "var(--line)",
  };
  return { variables: {}, light: shared, dark: shared };
};
