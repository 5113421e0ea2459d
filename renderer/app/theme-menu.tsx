import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

const themes: readonly { readonly theme: MantineColorScheme; readonly Icon: typeof IconSun }[] = [
  { theme: "light", Icon: IconSun },
  { theme: "dark", Icon: IconMoon },
  { theme: "auto", Icon: IconDeviceDesktop },
];

/** Light, dark, or as the system says. */
export function ThemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = themes.find(({ theme }) => theme === colorScheme)?.Icon ?? IconSun;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("frame.theme")} title={t("frame.theme")}>
          <Current size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => {
            const chosen = themes.find(({ theme }) => theme === value);
            if (chosen !== undefined) setColorScheme(chosen.theme);
          }}
        >
          {themes.map(({ theme, Icon }) => (
            <Menu.RadioItem key={theme} value={theme} closeMenuOnClick>
              <Icon size={15} stroke={1.6} style={{ verticalAlign: "-3px" }} aria-hidden />{" "}
              {t(`theme.${theme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
