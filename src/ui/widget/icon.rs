//! The icons: glyphs of Lucide, named by what they mean here.

pub mod kind;

use iced::widget::{Text, text};

use crate::ui::style::{ICONS, size};

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    /// Look for something.
    Search,
    /// People.
    Users,
    /// A client.
    Contact,
    /// An organisation.
    Building,
    /// A person.
    User,
    /// A new person.
    UserPlus,
    /// A telephone.
    Phone,
    /// E-mail.
    Mail,
    /// A web site.
    Globe,
    /// An address.
    MapPin,
    /// A bank.
    Bank,
    /// Add.
    Plus,
    /// Less; some but not all.
    Minus,
    /// Close, take away.
    Close,
    /// Yes, done.
    Check,
    /// Done, well.
    CircleCheck,
    /// Fold.
    ChevronUp,
    /// Unfold.
    ChevronDown,
    /// Earlier.
    ChevronLeft,
    /// Later, further in.
    ChevronRight,
    /// One of several.
    ChevronsUpDown,
    /// Up; ascending.
    ArrowUp,
    /// Down; descending.
    ArrowDown,
    /// Back.
    ArrowLeft,
    /// Onward.
    ArrowRight,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// The open file.
    Database,
    /// Settings.
    Settings,
    /// Delete; the bin.
    Trash,
    /// Bring back from the bin.
    Restore,
    /// Open a file.
    FolderOpen,
    /// A folder, a group.
    Folder,
    /// A new file.
    FilePlus,
    /// A document.
    FileText,
    /// A spreadsheet.
    Spreadsheet,
    /// Import.
    Upload,
    /// Export.
    Download,
    /// The columns of a table.
    Columns,
    /// A filter.
    Filter,
    /// More to do here.
    More,
    /// Edit.
    Pencil,
    /// A doubt.
    Warning,
    /// Something to know.
    Info,
    /// An error.
    CircleX,
    /// Help.
    Help,
    /// Shortcuts.
    Keyboard,
    /// By day.
    Sun,
    /// By night.
    Moon,
    /// As the system.
    Monitor,
    /// Reminders.
    Bell,
    /// The main one.
    Star,
    /// Copy.
    Copy,
    /// Join two into one.
    Merge,
    /// A day.
    Calendar,
    /// A number.
    Hash,
    /// Print.
    Printer,
    /// Sample data.
    Sparkles,
    /// Sign in.
    LogIn,
    /// Sign out.
    LogOut,
    /// A saved view.
    Bookmark,
    /// Leads out of the program.
    ExternalLink,
    /// A link between clients.
    Link,
    /// Save.
    Save,
    /// Read only.
    Lock,
    /// Languages.
    Languages,
    /// A label.
    Tag,
    /// A post, work.
    Briefcase,
    /// What happened.
    History,
    /// The start page.
    House,
    /// A time; recent.
    Clock,
    /// Again.
    Refresh,
    /// Shown.
    Eye,
    /// Hidden.
    EyeOff,
    /// A note.
    Message,
    /// Nothing here yet.
    Inbox,
    /// The card at the side.
    PanelRight,
    /// Can be dragged.
    Grip,
    /// A picture.
    Picture,
    /// Files packed into one.
    Archive,
    /// Attach a file.
    Paperclip,
    /// Erase for good.
    Eraser,
    /// Sound or film.
    Film,
    /// A program.
    Program,
    /// Any file.
    File,
    /// A presentation.
    Presentation,
    /// A deal, an agreement.
    Handshake,
    /// An invoice.
    Receipt,
    /// A contract to sign.
    Signature,
    /// Materials to read.
    BookOpen,
    /// An offer.
    Offer,
    /// A tree of tasks.
    Tree,
    /// A board of columns.
    Board,
    /// Days of a calendar.
    CalendarDays,
    /// At a time of a day.
    CalendarClock,
    /// Put into the calendar.
    CalendarPlus,
    /// A reminder.
    AlarmClock,
    /// A reminder that rings.
    BellRing,
    /// Comes again.
    Repeat,
    /// A check list.
    ListChecks,
    /// A task that is done.
    SquareCheck,
    /// A task that was given.
    Clipboard,
    /// An aim: a project.
    Target,
    /// Matters more than others.
    Flag,
    /// A stage.
    Milestone,
    /// Stages in stages.
    Layers,
    /// A template.
    Template,
    /// Goods.
    Package,
    /// A delivery.
    Truck,
    /// Work on something.
    Wrench,
    /// Training.
    GraduationCap,
    /// Development.
    Code,
    /// A meeting over the net.
    Video,
    /// A present.
    Gift,
    /// Money that comes in.
    Banknote,
    /// Waits, stands still.
    Hourglass,
    /// Figures.
    Chart,
    /// Answers for it.
    UserCheck,
    /// Not begun.
    Circle,
    /// Under way.
    CircleDot,
    /// Won.
    Trophy,
    /// Lost.
    ThumbsDown,
    /// Letters to many.
    Send,
}

impl Icon {
    /// Every icon, in the order they are declared.
    pub const ALL: &[Self] = &[
        Self::Search,
        Self::Users,
        Self::Contact,
        Self::Building,
        Self::User,
        Self::UserPlus,
        Self::Phone,
        Self::Mail,
        Self::Globe,
        Self::MapPin,
        Self::Bank,
        Self::Plus,
        Self::Minus,
        Self::Close,
        Self::Check,
        Self::CircleCheck,
        Self::ChevronUp,
        Self::ChevronDown,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::ChevronsUpDown,
        Self::ArrowUp,
        Self::ArrowDown,
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::Undo,
        Self::Redo,
        Self::Database,
        Self::Settings,
        Self::Trash,
        Self::Restore,
        Self::FolderOpen,
        Self::Folder,
        Self::FilePlus,
        Self::FileText,
        Self::Spreadsheet,
        Self::Upload,
        Self::Download,
        Self::Columns,
        Self::Filter,
        Self::More,
        Self::Pencil,
        Self::Warning,
        Self::Info,
        Self::CircleX,
        Self::Help,
        Self::Keyboard,
        Self::Sun,
        Self::Moon,
        Self::Monitor,
        Self::Bell,
        Self::Star,
        Self::Copy,
        Self::Merge,
        Self::Calendar,
        Self::Hash,
        Self::Printer,
        Self::Sparkles,
        Self::LogIn,
        Self::LogOut,
        Self::Bookmark,
        Self::ExternalLink,
        Self::Link,
        Self::Save,
        Self::Lock,
        Self::Languages,
        Self::Tag,
        Self::Briefcase,
        Self::History,
        Self::House,
        Self::Clock,
        Self::Refresh,
        Self::Eye,
        Self::EyeOff,
        Self::Message,
        Self::Inbox,
        Self::PanelRight,
        Self::Grip,
        Self::Picture,
        Self::Archive,
        Self::Paperclip,
        Self::Eraser,
        Self::Film,
        Self::Program,
        Self::File,
        Self::Presentation,
        Self::Handshake,
        Self::Receipt,
        Self::Signature,
        Self::BookOpen,
        Self::Offer,
        Self::Tree,
        Self::Board,
        Self::CalendarDays,
        Self::CalendarClock,
        Self::CalendarPlus,
        Self::AlarmClock,
        Self::BellRing,
        Self::Repeat,
        Self::ListChecks,
        Self::SquareCheck,
        Self::Clipboard,
        Self::Target,
        Self::Flag,
        Self::Milestone,
        Self::Layers,
        Self::Template,
        Self::Package,
        Self::Truck,
        Self::Wrench,
        Self::GraduationCap,
        Self::Code,
        Self::Video,
        Self::Gift,
        Self::Banknote,
        Self::Hourglass,
        Self::Chart,
        Self::UserCheck,
        Self::Circle,
        Self::CircleDot,
        Self::Trophy,
        Self::ThumbsDown,
        Self::Send,
    ];

    /// The character that draws it in the icon font.
    pub fn glyph(self) -> char {
        GLYPHS[self as usize]
    }
}

/// The characters of the icon font, in the order of [`Icon`].
const GLYPHS: &[char] = &[
    '\u{e151}', // search
    '\u{e1a4}', // users
    '\u{e463}', // contact-round
    '\u{e290}', // building-2
    '\u{e19f}', // user
    '\u{e1a2}', // user-plus
    '\u{e133}', // phone
    '\u{e10f}', // mail
    '\u{e0e8}', // globe
    '\u{e111}', // map-pin
    '\u{e23a}', // landmark
    '\u{e13d}', // plus
    '\u{e11c}', // minus
    '\u{e1b2}', // x
    '\u{e06c}', // check
    '\u{e226}', // circle-check
    '\u{e070}', // chevron-up
    '\u{e06d}', // chevron-down
    '\u{e06e}', // chevron-left
    '\u{e06f}', // chevron-right
    '\u{e211}', // chevrons-up-down
    '\u{e04a}', // arrow-up
    '\u{e042}', // arrow-down
    '\u{e048}', // arrow-left
    '\u{e049}', // arrow-right
    '\u{e2a1}', // undo-2
    '\u{e2a0}', // redo-2
    '\u{e0ad}', // database
    '\u{e154}', // settings
    '\u{e18e}', // trash-2
    '\u{e2cd}', // archive-restore
    '\u{e247}', // folder-open
    '\u{e0d7}', // folder
    '\u{e0c9}', // file-plus
    '\u{e0cc}', // file-text
    '\u{e326}', // file-spreadsheet
    '\u{e19e}', // upload
    '\u{e0b2}', // download
    '\u{e099}', // columns-3
    '\u{e460}', // list-filter
    '\u{e0b6}', // ellipsis
    '\u{e1f9}', // pencil
    '\u{e193}', // triangle-alert
    '\u{e0f9}', // info
    '\u{e084}', // circle-x
    '\u{e082}', // circle-question-mark
    '\u{e284}', // keyboard
    '\u{e178}', // sun
    '\u{e11e}', // moon
    '\u{e11d}', // monitor
    '\u{e059}', // bell
    '\u{e176}', // star
    '\u{e09e}', // copy
    '\u{e43f}', // merge
    '\u{e063}', // calendar
    '\u{e0ef}', // hash
    '\u{e141}', // printer
    '\u{e412}', // sparkles
    '\u{e10d}', // log-in
    '\u{e10e}', // log-out
    '\u{e060}', // bookmark
    '\u{e0b9}', // external-link
    '\u{e102}', // link
    '\u{e14d}', // save
    '\u{e10b}', // lock
    '\u{e0fe}', // languages
    '\u{e17f}', // tag
    '\u{e062}', // briefcase
    '\u{e1f5}', // history
    '\u{e0f5}', // house
    '\u{e087}', // clock
    '\u{e145}', // refresh-cw
    '\u{e0ba}', // eye
    '\u{e0bb}', // eye-off
    '\u{e117}', // message-square
    '\u{e0f7}', // inbox
    '\u{e431}', // panel-right
    '\u{e0eb}', // grip-vertical
    '\u{e0f6}', // image
    '\u{e041}', // archive
    '\u{e12d}', // paperclip
    '\u{e28f}', // eraser
    '\u{e0d0}', // film
    '\u{e426}', // app-window
    '\u{e0c0}', // file
    '\u{e4ae}', // presentation
    '\u{e5c0}', // handshake
    '\u{e5ac}', // receipt-text
    '\u{e5f2}', // signature
    '\u{e05f}', // book-open
    '\u{e5b8}', // hand-coins
    '\u{e408}', // list-tree
    '\u{e170}', // square-kanban
    '\u{e2b9}', // calendar-days
    '\u{e304}', // calendar-clock
    '\u{e2bc}', // calendar-plus
    '\u{e03a}', // alarm-clock
    '\u{e224}', // bell-ring
    '\u{e146}', // repeat
    '\u{e1d0}', // list-checks
    '\u{e559}', // square-check
    '\u{e086}', // clipboard-list
    '\u{e180}', // target
    '\u{e0d1}', // flag
    '\u{e298}', // milestone
    '\u{e529}', // layers
    '\u{e207}', // layout-template
    '\u{e129}', // package
    '\u{e194}', // truck
    '\u{e1b1}', // wrench
    '\u{e234}', // graduation-cap
    '\u{e206}', // code-xml
    '\u{e1a5}', // video
    '\u{e0e1}', // gift
    '\u{e052}', // banknote
    '\u{e296}', // hourglass
    '\u{e2a3}', // chart-column
    '\u{e1a0}', // user-check
    '\u{e076}', // circle
    '\u{e345}', // circle-dot
    '\u{e373}', // trophy
    '\u{e189}', // thumbs-down
    '\u{e152}', // send
];

/// An icon beside a word.
pub fn icon<'a>(icon: Icon) -> Text<'a> {
    sized(icon, size::ICON)
}

/// An icon that stands alone.
pub fn large<'a>(icon: Icon) -> Text<'a> {
    sized(icon, size::ICON_LARGE)
}

/// An icon of `size` logical pixels in each direction. A glyph fills them, so it is not put into the
/// middle: drawing in software takes such a text for one that begins there, and leaves its left half.
pub fn sized<'a>(icon: Icon, size: f32) -> Text<'a> {
    text(icon.glyph())
        .font(ICONS)
        .size(size)
        .line_height(1.0)
        .width(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_its_own_glyph() {
        let mut glyphs: Vec<_> = Icon::ALL.iter().map(|icon| icon.glyph()).collect();
        glyphs.sort_unstable();
        glyphs.dedup();

        assert_eq!(glyphs.len(), Icon::ALL.len());
        assert_eq!(GLYPHS.len(), Icon::ALL.len());
    }
}
