//! Gives the program of Windows its icon, its version, and what it says of itself to the system.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

#[path = "src/ui/mark/drawing.rs"]
mod drawing;

/// The sides of the icon, in pixels.
const SIDES: [u32; 4] = [16, 32, 48, 64];

/// It knows sharp screens and long paths, looks like the system, and needs no administrator.
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
    <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
  </requestedPrivileges></security></trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
    <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
  </application></compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3"><windowsSettings>
    <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
    <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
  </windowsSettings></application>
  <dependency><dependentAssembly>
    <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
      processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
  </dependentAssembly></dependency>
</assembly>
"#;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/ui/mark/drawing.rs");
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return;
    }
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    let folder = Path::new(&folder);
    let version = env::var("CARGO_PKG_VERSION").expect("cargo names the version");
    for (name, content) in [
        ("vizitka.ico", icon()),
        ("vizitka.manifest", MANIFEST.into()),
        ("vizitka.rc", resources(&version).into_bytes()),
    ] {
        fs::write(folder.join(name), content).expect("the folder of the build can be written");
    }
    match compiled(folder) {
        Some(object) => println!(
            "cargo::rustc-link-arg-bins={}",
            folder.join(object).display()
        ),
        None => println!("cargo::warning=no compiler of resources: the program has no icon"),
    }
}

/// What becomes part of the program.
fn resources(version: &str) -> String {
    let number = version.replace('.', ",");
    format!(
        r#"1 ICON "vizitka.ico"
1 24 "vizitka.manifest"
1 VERSIONINFO
FILEVERSION {number},0
PRODUCTVERSION {number},0
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904B0"
    BEGIN
      VALUE "FileDescription", "Vizitka"
      VALUE "FileVersion", "{version}"
      VALUE "OriginalFilename", "vizitka.exe"
      VALUE "ProductName", "Vizitka"
      VALUE "ProductVersion", "{version}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
"#
    )
}

/// The resources for the linker; `None` where nothing here can make them.
fn compiled(folder: &Path) -> Option<&'static str> {
    const GNU: [&str; 2] = ["-O", "coff"];
    let ways: [(&str, &[&str], &str); 4] = [
        ("x86_64-w64-mingw32-windres", &GNU, "vizitka.o"),
        ("windres", &GNU, "vizitka.o"),
        ("rc", &["/nologo", "/fovizitka.res"], "vizitka.res"),
        ("llvm-rc", &["/fovizitka.res"], "vizitka.res"),
    ];
    let is_gnu = env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|name| name == "gnu");
    let ways = ways
        .into_iter()
        .filter(|way| way.2.ends_with(".o") == is_gnu);
    let made = ways.map(|(program, options, object)| {
        let mut compiler = Command::new(program);
        compiler.current_dir(folder).args(options).arg("vizitka.rc");
        if is_gnu {
            compiler.arg(object);
        }
        compiler
            .status()
            .is_ok_and(|status| status.success())
            .then_some(object)
    });
    made.flatten().next()
}

/// The mark as a file of icons: a head, a line of each, then their pixels.
fn icon() -> Vec<u8> {
    let pictures = SIDES.map(bitmap);
    let mut file = vec![0, 0, 1, 0];
    file.extend((SIDES.len() as u16).to_le_bytes());
    let mut at = 6 + 16 * SIDES.len();
    for (side, picture) in SIDES.iter().zip(&pictures) {
        file.extend([*side as u8, *side as u8, 0, 0, 1, 0, 32, 0]);
        file.extend((picture.len() as u32).to_le_bytes());
        file.extend((at as u32).to_le_bytes());
        at += picture.len();
    }
    file.extend(pictures.concat());
    file
}

/// One size as a bitmap without its file: blue, green, red and alpha from the lowest line up, and a
/// mask that the alpha makes needless.
fn bitmap(side: u32) -> Vec<u8> {
    let drawing = drawing::drawn(side, false);
    let line = drawing.side as usize * 4;
    let mut bytes = Vec::new();
    for number in [40, side, 2 * side, 1 | 32 << 16, 0, 0, 0, 0, 0, 0] {
        bytes.extend(number.to_le_bytes());
    }
    for line in drawing.rgba.chunks_exact(line).rev() {
        let pixels = line.chunks_exact(4);
        bytes.extend(pixels.flat_map(|pixel| [pixel[2], pixel[1], pixel[0], pixel[3]]));
    }
    let mask = side.div_ceil(32) * 4 * side;
    bytes.resize(bytes.len() + mask as usize, 0);
    bytes
}
